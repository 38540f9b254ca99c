import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { openStore, touch } from '../../base/store.ts';
import type { Shell } from './shell.ts';

/** Beside the files of a shell that is kept. */
export type ShellManifest = v.InferOutput<typeof Manifest>;

export const MANIFEST = 'shell.json';

const Address = v.pipe(v.string(), v.regex(/^\/shell\/[^/\\]+$/));
const Module = v.object({ url: Address, scripts: v.array(Address), styles: v.array(Address) });
const Digest = v.pipe(v.string(), v.length(64));

const Manifest = v.object({
  shell: v.object({
    modules: v.record(v.string(), Module),
    main: Module,
    faces: v.array(v.object({ css: v.string(), file: v.string() })),
  }),
  /** SHA-256 of the shell's files, by name. */
  files: v.record(v.pipe(v.string(), v.regex(/^[^/\\]+$/)), Digest),
  /** SHA-256 of what it was made of, by absolute path. */
  sources: v.record(v.string(), Digest),
});

/** Null where there is no shell, where it is damaged, or where it was made of what has changed since. */
export async function readShell(kept: string): Promise<Shell | null> {
  try {
    const manifest = openStore(kept).getJson(MANIFEST, Manifest);
    if (manifest === null) return null;
    const { shell, files, sources } = manifest;
    const folder = join(kept, 'shell');
    const names = await readdir(folder);
    if (names.some((name) => !Object.hasOwn(files, name))) return null;
    const own = Object.entries(files).map(([name, digest]) => [join(folder, name), digest] as const);
    const checks = await Promise.all(
      [...own, ...Object.entries(sources)].map(async ([path, digest]) => (await digestOf(path)) === digest),
    );
    if (checks.includes(false)) return null;
    touch(kept);
    return { ...shell, folder };
  } catch {
    return null;
  }
}

/** SHA-256 of a file. */
export async function digestOf(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}
