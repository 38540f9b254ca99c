import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { contentDigest, installedStamp } from '../../base/changed.ts';
import { installedPackages, packagesFolder } from '../../base/packages.ts';
import { readPlainFile, sharedFolder, touch } from '../../base/store.ts';
import type { PackageBundle } from './bundle-packages.ts';

let loading: Promise<Slidev> | undefined;

/**
 * Loads Slidev, once in a process: from the one file that keep-slidev.ts made, if that is there, for that takes a third
 * of the time; otherwise from its packages.
 */
export function loadSlidev(): Promise<Slidev> {
  loading ??= load();
  return loading;
}

/** Our own code below src/slidev/kept/. */
const OWN = fileURLToPath(new URL('.', import.meta.url));

const Head = v.object({
  /** Where it was made to lie, absolute. */
  place: v.string(),
  /** SHA-256 of all that follows the head. */
  digest: v.string(),
  /** What it was made of, by absolute path. */
  sources: v.record(v.string(), v.tuple([v.number(), v.number()])),
});

/**
 * Where Slidev is kept in one file, by what npm has installed, and where: it loads more packages from there. Absolute;
 * null where nothing can be kept. In the user's folder only, for it is run: what comes with a checkout may be anybody's.
 */
export function cacheFile(): string | null {
  const folder = sharedFolder('slidev');
  if (folder === null) return null;
  const parts = [realpathSync(packagesFolder()), installedPackages(), contentDigest([OWN])];
  const key = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
  return join(folder, key, 'slidev.mjs');
}

/** The text of a kept file, which is to lie at `place`: its head is a comment in the first line. */
export async function cacheText({ code, sources }: PackageBundle, place: string): Promise<string> {
  const head: v.InferOutput<typeof Head> = {
    place,
    digest: digestOf(code),
    sources: Object.fromEntries(sources.map((path) => [path, installedStamp(path)])),
  };
  return `//${JSON.stringify(head)}\n${code}`;
}

/** Whether a kept file is there and whole, was made for that place, and what it was made of is as it was. */
export async function isCurrent(file: string): Promise<boolean> {
  try {
    const text = readPlainFile(file);
    if (text === null) return false;
    const end = text.indexOf('\n');
    const head = v.parse(Head, JSON.parse(text.toString('utf8', 2, end)));
    if (head.place !== file || digestOf(text.subarray(end + 1)) !== head.digest) return false;
    for (const [path, seen] of Object.entries(head.sources))
      if (!isDeepStrictEqual(installedStamp(path), seen)) return false;
    touch(dirname(file));
    return true;
  } catch {
    return false;
  }
}

/** What we use of Slidev. */
export const SLIDEV_PARTS = ['createServer', 'parser', 'resolveOptions', 'ViteSlidevPlugin'] as const;

export type Slidev = Pick<typeof import('@slidev/cli'), (typeof SLIDEV_PARTS)[number]>;

async function load(): Promise<Slidev> {
  const file = cacheFile();
  if (file !== null && (await isCurrent(file))) {
    try {
      return await import(pathToFileURL(file).href);
    } catch {
      // A package that stayed outside is gone, for example: the packages themselves say what is wrong.
    }
  }
  return import('@slidev/cli');
}

function digestOf(code: string | Uint8Array): string {
  return createHash('sha256').update(code).digest('hex');
}
