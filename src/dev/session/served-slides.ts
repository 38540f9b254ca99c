import { lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFiles } from '../../base/files.ts';
import type { LastingMemory } from '../../base/memory.ts';
import { FileReader } from '../../base/read-file.ts';
import type { OutputFile } from '../../build/output-files.ts';
import { isThere } from '../../build/write-decks.ts';

/**
 * A private folder with only the decks and their pictures: Slidev runs many kinds of files merely because they are
 * beside a deck, and slides/ is committed, so that anybody's pull request could add them.
 */
export interface ServedSlides {
  /** Absolute. */
  readonly folder: string;
  /** Whether a file belongs to the decks. @param path below the folder, with forward slashes */
  hasFile(path: string): boolean;
  /** Makes the folder contain exactly these files. @throws CliError if it cannot be written */
  update(files: readonly OutputFile[]): void;
}

/** Slidev looks upwards for a workspace; without this one it might find a stranger's. */
const PACKAGE: OutputFile = {
  path: 'package.json',
  content: '{"private":true,"type":"module","workspaces":[]}\n',
};

/**
 * Modules that Slidev writes beside the decks, once per server, when a page requests them: without the file, a later
 * request gets an error instead of its slide. A server rewrites each before using it, so an existing one is never read.
 */
const OF_SLIDEV = /^node_modules\/\.slidev\/virtual\/import-glob\.[0-9a-f]{10}\.ts$/;

const OF_SLIDEV_ON_THE_WAY: ReadonlySet<string> = new Set([
  'node_modules',
  'node_modules/.slidev',
  'node_modules/.slidev/virtual',
]);

/** @param memory of earlier runs; a file with the same stamp is not read again */
export function servedSlides(folder: string, memory: LastingMemory): ServedSlides {
  let known: ReadonlySet<string> = new Set();
  return {
    folder,
    hasFile: (path) => known.has(path),
    update(files) {
      const all = [...files, PACKAGE];
      known = new Set(files.map(({ path }) => path));
      if (isNoFolder(folder)) rmSync(folder, { force: true });
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      removeOthers(folder, '', new Set(all.map(({ path }) => path.toLowerCase())));
      const reader = new FileReader(memory);
      writeFiles(
        folder,
        all.filter((file) => !isThere(folder, file, reader)),
      );
      memory.forgetUnused();
    },
  };
}

/** Through a link, files would be written wherever it leads. */
function isNoFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === false;
}

/**
 * On case-insensitive file systems, a name in another case is the wanted file.
 * @param below ends with a slash, or is empty
 * @returns whether anything is left below
 */
function removeOthers(folder: string, below: string, wanted: ReadonlySet<string>): boolean {
  let isAnyLeft = false;
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const path = `${below}${entry.name}`;
    const name = path.toLowerCase();
    const isOnTheWay =
      OF_SLIDEV_ON_THE_WAY.has(path) || [...wanted].some((each) => each.startsWith(`${name}/`));
    const isKept = entry.isDirectory()
      ? isOnTheWay && removeOthers(folder, `${path}/`, wanted)
      : entry.isFile() && (wanted.has(name) || OF_SLIDEV.test(path));
    if (!isKept) rmSync(join(folder, path), { recursive: true, force: true });
    isAnyLeft ||= isKept;
  }
  return isAnyLeft;
}
