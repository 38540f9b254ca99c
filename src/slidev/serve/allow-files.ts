import type { Plugin } from 'vite';

/**
 * Restricts the server to files of these folders; Slidev would serve the whole repository. A second check behind
 * deck-paths.ts.
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

/** URLs that Slidev's client requests from the server root, whatever the base is. */
const AT_TOP = /(?<=['"`])\/(?=__slidev\/slides\/|@server-(?:ref|reactive)\/)/g;
const CLIENT = /@slidev\/client\/composables\/useSlideInfo\.ts|^\/@server-(?:ref|reactive)\//;

/** Lets Slidev's client reach its own server when several run side by side. */
export function underBase(base: string): Plugin {
  return {
    name: 'talkdeck:under-base',
    enforce: 'post',
    transform: (code, id) => (CLIENT.test(id) ? { code: code.replaceAll(AT_TOP, base), map: null } : null),
  };
}
