import type { Plugin } from 'vite';

/**
 * Lets the server give out files of these folders, and no others: Slidev would give out all that lies in the
 * repository. The second lock behind deck-paths.ts.
 *
 * @param folders absolute, with forward slashes
 */
export function allowFiles(folders: readonly string[]): Plugin {
  return {
    name: 'talkdeck:allow-files',
    configResolved({ server }) {
      server.fs.allow = [...folders];
    },
  };
}

/** Addresses that Slidev's client asks for from the top of the server, whatever the base is. */
const AT_TOP = /(?<=['"`])\/(?=__slidev\/slides\/|@server-(?:ref|reactive)\/)/g;
const CLIENT = /@slidev\/client\/composables\/useSlideInfo\.ts|^\/@server-(?:ref|reactive)\//;

/** Lets Slidev's client find its own server, where several stand side by side. */
export function underBase(base: string): Plugin {
  return {
    name: 'talkdeck:under-base',
    enforce: 'post',
    transform: (code, id) => (CLIENT.test(id) ? { code: code.replaceAll(AT_TOP, base), map: null } : null),
  };
}
