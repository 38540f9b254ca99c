import type { ModuleNode, Plugin } from 'vite';

/** A part of a slide, as Slidev's client imports it; it hands on what the deck's file holds. */
const SLIDE_PART = /^\/@slidev\/slides\/\d+\//;

/**
 * Keeps pages from loading anew for the parts of a slide that there is no more: nothing imports them, so Vite finds
 * nobody to take their change. Should the slide come back, its parts are made anew.
 */
export function skipUnshown(): Plugin {
  return {
    name: 'talkdeck:skip-unshown',
    enforce: 'post',
    handleHotUpdate({ modules, server, timestamp }) {
      const seen = new Set<ModuleNode>();
      return modules.filter((module) => {
        if (module.importers.size > 0 || !SLIDE_PART.test(module.id ?? '')) return true;
        for (const made of [module, ...module.importedModules]) {
          server.moduleGraph.invalidateModule(made, seen, timestamp, true);
        }
        return false;
      });
    },
  };
}
