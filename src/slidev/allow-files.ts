import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Lets the server give out files of these folders and of the packages that they can import, and no others: Slidev
 * would give out all that lies in the repository.
 *
 * @param folders absolute
 */
export function allowFiles(folders: readonly string[]): Plugin {
  const packages = folders.flatMap(
    (folder) => createRequire(join(folder, 'index.js')).resolve.paths('talkdeck') ?? [],
  );
  const allowed = [...folders, ...packages].filter((folder) => existsSync(folder));
  const all = [...new Set(allowed.flatMap((folder) => [folder, realpathSync(folder)]))];
  return {
    name: 'talkdeck:allow-files',
    configResolved({ server }) {
      server.fs.allow = all.map((folder) => folder.replaceAll('\\', '/'));
    },
  };
}
