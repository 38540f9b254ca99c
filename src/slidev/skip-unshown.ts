import type { ModuleNode, Plugin } from 'vite';

/** A part of a slide, as Slidev's client imports it; it hands on what the deck's file holds. */
const SLIDE_PART = /^\/@slidev\/slides\/\d+\//;

/**
 * Keeps pages from loading anew for what no slide shows any more: the parts of a slide that is gone, and its pictures,
 * should they be drawn anew. Nothing imports them, so Vite finds nobody to take their change. Should they come back,
 * they are made anew.
 *
 * @param folder of the deck, absolute
 */
export function skipUnshown(folder: string): Plugin {
  const within = `${folder.replaceAll('\\', '/').replace(/\/$/, '')}/`;
  const isOfSlides = ({ id, file }: ModuleNode) => SLIDE_PART.test(id ?? '') || file?.startsWith(within);
  return {
    name: 'talkdeck:skip-unshown',
    enforce: 'post',
    handleHotUpdate({ modules, server, timestamp }) {
      const seen = new Set<ModuleNode>();
      return modules.filter((module) => {
        if (module.importers.size > 0 || !isOfSlides(module)) return true;
        for (const made of [module, ...module.importedModules]) {
          server.moduleGraph.invalidateModule(made, seen, timestamp, true);
        }
        return false;
      });
    },
  };
}
