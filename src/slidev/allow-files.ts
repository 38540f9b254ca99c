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
