import { cp, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { sweepUnfinished } from '../sweep-unfinished.ts';
import { unfinishedPath } from '../unfinished-path.ts';
import { digestOf, MANIFEST, readShell, type ShellManifest } from './read-shell.ts';
import type { Shell } from './shell.ts';

/** Shells for other themes, settings and versions that are kept. */
const KEPT = 4;
/** More than that, so many, are kept while another process may use them, and no more: a theme is edited often. */
const MOST = 12;
/** One that was used this long ago, in milliseconds, is in no other process's use any more. */
const UNUSED = 3_600_000;

/**
 * Copies a shell to its place in the cache: beside it first, and then renamed, so that what is there is whole.
 * Removes what was not used for long.
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
  const unfinished = unfinishedPath(kept);
  try {
    const names = await readdir(join(built, 'shell'));
    const files = await digests(names.map((name) => join(built, 'shell', name)));
    const manifest: ShellManifest = {
      shell,
      files: Object.fromEntries(files.map(([path, digest]) => [basename(path), digest])),
      sources: Object.fromEntries(await digests(sources)),
    };
    await mkdir(unfinished, { recursive: true });
    await cp(join(built, 'shell'), join(unfinished, 'shell'), { recursive: true });
    await writeFile(join(unfinished, MANIFEST), JSON.stringify(manifest));
    // Another process may have been faster; its shell is the same, unless it is damaged.
    const other = await readShell(kept);
    if (other) return other;
    await rm(kept, { recursive: true, force: true });
    await rename(unfinished, kept);
    await removeUnused(dirname(kept)).catch(() => {}); // Another process tidies up as well.
    return { ...shell, folder: join(kept, 'shell') };
  } catch {
    return null;
  } finally {
    await rm(unfinished, { recursive: true, force: true }).catch(() => {});
  }
}

function digests(paths: readonly string[]): Promise<[path: string, digest: string][]> {
  return Promise.all(paths.map(async (path) => [path, await digestOf(path)]));
}

async function removeUnused(cache: string): Promise<void> {
  const found = await Promise.all(
    (await sweepUnfinished(cache)).map(async (name) => {
      const path = join(cache, name);
      return { path, age: Date.now() - (await stat(path)).mtimeMs };
    }),
  );
  const byAge = found.sort((a, b) => a.age - b.age);
  const spare = byAge.filter(({ age }, at) => at >= MOST || (at >= KEPT && age > UNUSED));
  await Promise.all(spare.map(({ path }) => rm(path, { recursive: true, force: true })));
}
