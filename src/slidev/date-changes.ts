import type { ViteDevServer } from 'vite';

/**
 * Throws away what was being made of a module while it changed. Vite keeps it, and pages that ask for the module get
 * its old state from then on: of a deck with fewer slides now, for instance, slides that there are no more.
 */
export function dateChanges(server: ViteDevServer): void {
  const { moduleGraph } = server.environments.client;
  const invalidate = moduleGraph.invalidateModule.bind(moduleGraph);
  moduleGraph.invalidateModule = (module, ...how) => {
    invalidate(module, ...how);
    // What was begun before that is not kept.
    module.lastInvalidationTimestamp = Date.now();
  };
}
