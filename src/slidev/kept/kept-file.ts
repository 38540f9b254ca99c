import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentDigest } from '../../content-digest.ts';
import { installedPackages } from '../../installed-packages.ts';
import { packagesFolder } from '../../packages-folder.ts';
import type { PackageBundle } from './bundle-packages.ts';

/** Our own code below src/slidev/kept/. */
const OWN = fileURLToPath(new URL('.', import.meta.url));

/** A file's size in bytes and when it was changed, in milliseconds. */
type Seen = readonly [size: number, mtimeMs: number];

interface Head {
  /** Where it was made to lie, absolute: in a copy of the folder it would still load packages from the former one. */
  readonly place: string;
  /** SHA-256 of all that follows the head. */
  readonly digest: string;
  /** What it was made of, by absolute path. */
  readonly sources: Readonly<Record<string, Seen>>;
}

/** Where Slidev is kept in one file: beside the packages, by what npm has installed. Absolute. */
export function keptFile(): string {
  const key = createHash('sha256').update(`${installedPackages()} ${contentDigest([OWN])}`);
  return join(packagesFolder(), '.cache', 'talkdeck', 'slidev', `${key.digest('hex').slice(0, 32)}.mjs`);
}

/** The text of a kept file, which is to lie at `place`: its head is a comment in the first line. */
export async function textOf({ code, sources }: PackageBundle, place: string): Promise<string> {
  const seen = await Promise.all(sources.map(async (path) => [path, await look(path)] as const));
  const head: Head = { place, digest: digestOf(code), sources: Object.fromEntries(seen) };
  return `//${JSON.stringify(head)}\n${code}`;
}

/** Whether a kept file is there and whole, was made for that place, and what it was made of is as it was. */
export async function isCurrent(file: string): Promise<boolean> {
  try {
    const text = await readFile(file);
    const end = text.indexOf('\n');
    const head: Head = JSON.parse(text.toString('utf8', 2, end));
    if (head.place !== file || digestOf(text.subarray(end + 1)) !== head.digest) return false;
    const checks = Object.entries(head.sources).map(async ([path, [size, mtimeMs]]) => {
      const [nowSize, nowMtimeMs] = await look(path);
      return size === nowSize && mtimeMs === nowMtimeMs;
    });
    return !(await Promise.all(checks)).includes(false);
  } catch {
    return false;
  }
}

async function look(path: string): Promise<Seen> {
  const { size, mtimeMs } = await stat(path);
  return [size, mtimeMs];
}

function digestOf(code: string | Uint8Array): string {
  return createHash('sha256').update(code).digest('hex');
}
