import type { Plugin } from 'vite';
import { modulePlace } from './module-place.ts';
import type { Shell } from './shell.ts';

/** Modules that are made of the slides: those of shell.ts, and what they are in turn made of. */
const OF_SLIDES = /__slidev_\d+\.|^\/@slidev\/(?:slides|talkdeck-slides|configs|title-renderer)\b/;
/** Vue's and Vite's helpers hold no state; an icon is a drawing. */
const HARMLESS = /^(?:\0|~icons\/|\/~icons\/|virtual:icons\/)/;

/** What slides have asked for. */
export interface ShellUse {
  /** Places of modules of the shell. */
  readonly used: Set<string>;
  /** What the shell does not have. */
  readonly foreign: Set<string>;
}

/**
 * Lets slides load from the shell what they import. What the shell does not have, and what is neither a slide's
 * nor a file to be shown, counts as foreign: built in, it might be there twice, and not know the classes that
 * it uses.
 */
export function linkToShell(shell: Shell, userRoot: string, { used, foreign }: ShellUse): Plugin {
  let isAsset = (_: string): boolean => false;
  return {
    name: 'talkdeck:link-to-shell',
    enforce: 'pre',
    configResolved: ({ assetsInclude }) => {
      isAsset = assetsInclude;
    },
    resolveId: {
      order: 'pre',
      async handler(source, importer, options) {
        const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
        if (!resolved || resolved.external) return resolved;
        const { id } = resolved;
        const place = modulePlace(id, userRoot);
        const module = shell.modules[place];
        if (module) {
          used.add(place);
          return { id: module.url, external: 'absolute' };
        }
        if (!OF_SLIDES.test(id) && !HARMLESS.test(id) && !isAsset(id)) foreign.add(id);
        return resolved;
      },
    },
  };
}
