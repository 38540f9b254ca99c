import { lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFiles } from '../../base/files.ts';
import type { LastingMemory } from '../../base/memory.ts';
import { FileReader } from '../../base/read-file.ts';
import type { OutputFile } from '../../build/output-files.ts';
import { isThere } from '../../build/write-decks.ts';

/**
 * A folder of our own with the decks and their pictures, and nothing else: Slidev runs, by their mere presence, many
 * kinds of files that lie beside a deck, and slides/ is committed, so that anybody's pull request could bring them.
 */
export interface ServedSlides {
  /** Absolute. */
  readonly folder: string;
  /** Whether a file belongs to the decks. @param path below the folder, with forward slashes */
  hasFile(path: string): boolean;
  /** Lets the folder have these files, and no others. @throws CliError where it cannot be written */
  update(files: readonly OutputFile[]): void;
}

/** Slidev looks upwards for a workspace; without this one it might find a stranger's. */
const PACKAGE: OutputFile = {
  path: 'package.json',
  content: '{"private":true,"type":"module","workspaces":[]}\n',
};

/** @param memory of the times before; a file whose stamp is the same is not read again */
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

/** A link would have files written wherever it leads. */
function isNoFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === false;
}

/** Where names that differ in case are one file, it is the wanted one. @param below ends with a slash, or is empty */
function removeOthers(folder: string, below: string, wanted: ReadonlySet<string>): void {
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const path = `${below}${entry.name}`;
    const isOnTheWay = [...wanted].some((each) => each.startsWith(`${path.toLowerCase()}/`));
    if (entry.isDirectory() && isOnTheWay) removeOthers(folder, `${path}/`, wanted);
    else if (!(entry.isFile() && wanted.has(path.toLowerCase())))
      rmSync(join(folder, path), { recursive: true, force: true });
  }
}
