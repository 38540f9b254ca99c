import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { contentDigest, digestOf, installedStamp } from '../../base/changed.ts';
import { installedPackages, packagesFolder } from '../../base/packages.ts';
import { readPlainFile, sharedFolder, touch } from '../../base/store.ts';
import type { PackageBundle } from './bundle-packages.ts';

let loading: Promise<Slidev> | undefined;

/**
 * Loads Slidev once per process: from the single file made by store-slidev.ts if present, in a third of the time, else
 * from its packages.
 */
export function loadSlidev(): Promise<Slidev> {
  loading ??= load();
  return loading;
}

/** Our own code in this folder. */
const OWN = fileURLToPath(new URL('.', import.meta.url));

const Head = v.object({
  /** Absolute path that the file was made for. */
  place: v.string(),
  /** SHA-256 of everything after the head. */
  digest: v.string(),
  /** Stamps of the bundled files, by absolute path. */
  sources: v.record(v.string(), v.tuple([v.number(), v.number()])),
});

/**
 * Absolute path of Slidev in one file, keyed by the installed packages and their place, from where it loads more; null
 * without a cache. Only ever in the user's cache folder, because it is executed: a checkout may contain anybody's file.
 */
export function cacheFile(): string | null {
  const folder = sharedFolder('slidev');
  if (folder === null) return null;
  const parts = [realpathSync(packagesFolder()), installedPackages(), contentDigest([OWN])];
  const key = digestOf(JSON.stringify(parts), 'hex').slice(0, 32);
  return join(folder, key, 'slidev.mjs');
}

/** Text of a bundle to be stored at `place`; its head is a comment on the first line. */
export async function cacheText({ code, sources }: PackageBundle, place: string): Promise<string> {
  const head: v.InferOutput<typeof Head> = {
    place,
    digest: digestOf(code),
    sources: Object.fromEntries(sources.map((path) => [path, installedStamp(path)])),
  };
  return `//${JSON.stringify(head)}\n${code}`;
}

/** Whether a stored bundle is complete, was made for this place, and its sources are unchanged. */
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

/** The parts of Slidev that we use. */
export const SLIDEV_PARTS = ['createServer', 'parser', 'resolveOptions', 'ViteSlidevPlugin'] as const;

export type Slidev = Pick<typeof import('@slidev/cli'), (typeof SLIDEV_PARTS)[number]>;

async function load(): Promise<Slidev> {
  const file = cacheFile();
  if (file !== null && (await isCurrent(file))) {
    try {
      return await import(pathToFileURL(file).href);
    } catch {
      // For example, an external package is gone; then the packages themselves report it.
    }
  }
  return import('@slidev/cli');
}
