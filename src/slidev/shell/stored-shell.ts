import { cp, readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as v from 'valibot';
import { digestOf } from '../../base/changed.ts';
import { type Bounds, keepFolder, openStore, touch, trimFolder } from '../../base/store.ts';
import { MERMAID_URL } from './beside-shell.ts';
import type { Shell } from './shell.ts';

/** For different themes, settings and versions; a theme is edited often. */
const SHELLS: Bounds = { entries: 4, most: 12 };

/**
 * Copies a shell into the cache, completely or not at all, and trims the cache.
 *
 * @param built the folder with the shell's files in `shell/`
 * @returns null if the cache cannot be written
 */
export async function storeShell(
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
    // Another process may have been faster; its shell is the same unless damaged.
    const isSound = async (path: string) => (await readShell(path)) !== null;
    await keepFolder(dirname(kept), basename(kept), make, isSound);
    trimFolder(dirname(kept), SHELLS);
    return { ...shell, folder: join(kept, 'shell') };
  } catch {
    return null;
  }
}

const MANIFEST = 'shell.json';

const Address = v.pipe(v.string(), v.regex(/^\/shell\/[^/\\]+$/));
const Script = v.union([Address, v.literal(MERMAID_URL)]);
const Module = v.object({ url: Address, scripts: v.array(Script), styles: v.array(Address) });
const Digest = v.pipe(v.string(), v.length(43));

const Manifest = v.object({
  shell: v.object({
    modules: v.record(v.string(), Module),
    main: Module,
    faces: v.array(v.object({ css: v.string(), file: v.string() })),
  }),
  /** SHA-256 of the shell's files by name. */
  files: v.record(v.pipe(v.string(), v.regex(/^[^/\\]+$/)), Digest),
  /** SHA-256 of its sources by absolute path. */
  sources: v.record(v.string(), Digest),
});

/** Null if there is no shell, if it is damaged, or if its sources have changed. */
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
      [...own, ...Object.entries(sources)].map(
        async ([path, digest]) => digestOf(await readFile(path)) === digest,
      ),
    );
    if (checks.includes(false)) return null;
    touch(kept);
    return { ...shell, folder };
  } catch {
    return null;
  }
}

function digests(paths: readonly string[]): Promise<[path: string, digest: string][]> {
  return Promise.all(paths.map(async (path) => [path, digestOf(await readFile(path))]));
}

/** Stored beside the files of a shell. */
type ShellManifest = v.InferOutput<typeof Manifest>;
