import { cp, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Bounds, keepFolder, openStore, trimFolder } from '../../base/store.ts';
import { digestOf, MANIFEST, readShell, type ShellManifest } from './read-shell.ts';
import type { Shell } from './shell.ts';

/** Shells for other themes, settings and versions; a theme is edited often. */
const SHELLS: Bounds = { entries: 4, most: 12 };

/**
 * Copies a shell to its place in the cache, whole or not at all. Removes what was not used for long.
 *
 * @param built the folder that has the shell's files in `shell/`
 * @returns null where the place cannot be written
 */
export async function keepShell(
  shell: Omit<Shell, 'folder'>,
  sources: readonly string[],
  built: string,
  kept: string,
): Promise<Shell | null> {
  try {
    const names = await readdir(join(built, 'shell'));
    const files = await digests(names.map((name) => join(built, 'shell', name)));
    const manifest = {
      shell,
      files: Object.fromEntries(files.map(([path, digest]) => [basename(path), digest])),
      sources: Object.fromEntries(await digests(sources)),
    } satisfies { [K in keyof ShellManifest]: unknown };
    const make = async (unfinished: string) => {
      await cp(join(built, 'shell'), join(unfinished, 'shell'), { recursive: true });
      openStore(unfinished).putJson(MANIFEST, manifest);
    };
    // Another process may have been faster; its shell is the same, unless it is damaged.
    const isSound = async (path: string) => (await readShell(path)) !== null;
    await keepFolder(dirname(kept), basename(kept), make, isSound);
    trimFolder(dirname(kept), SHELLS);
    return { ...shell, folder: join(kept, 'shell') };
  } catch {
    return null;
  }
}

function digests(paths: readonly string[]): Promise<[path: string, digest: string][]> {
  return Promise.all(paths.map(async (path) => [path, await digestOf(path)]));
}
