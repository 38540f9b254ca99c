import { lstatSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digestOf } from '../base/changed.ts';
import { CliError, wording } from '../base/errors.ts';
import { type FileToWrite, refuseLinkedFolders, writeFiles } from '../base/files.ts';
import { FILE_LIMITS, readFile } from '../base/read-file.ts';

export interface SiteReport {
  /** Paths below the site, with forward slashes. */
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  /** Of an earlier site. */
  readonly removed: readonly string[];
}

/** Digests of written files, to recognize them the next time. */
const RECORD = '.talkdeck.json';

/**
 * Brings a folder up to date: unchanged files are left alone, those of an earlier site are removed, and files that
 * somebody else put there, or changed, stay.
 * @param folder absolute
 * @throws CliError if the folder is a link or cannot be written, or if somebody else's file is in the place of one of
 * the site's; then nothing is written
 */
export function writeSite(folder: string, files: readonly FileToWrite[]): SiteReport {
  refuseLinkedFolders(folder, files);
  const before = readRecord(folder);
  const foreign = files.find(({ path, content }) => {
    const there = digestAt(folder, path);
    return there !== null && there !== before.get(path) && there !== digest(content);
  });
  if (foreign) {
    throw new CliError(
      wording`${join(folder, foreign.path)} is not as talkdeck wrote it, and a page of the site is to be written there.`,
      wording`Move it away, or delete it if nobody needs it.`,
    );
  }
  const { written, unchanged } = writeFiles(folder, files);
  const wanted = new Set(files.map(({ path }) => path));
  const gone = [...before].filter(([path, was]) => !wanted.has(path) && digestAt(folder, path) === was);
  for (const [path] of gone) remove(folder, path);
  const record = Object.fromEntries(files.map(({ path, content }) => [path, digest(content)]));
  writeFiles(folder, [{ path: RECORD, content: `${JSON.stringify(record, null, 1)}\n` }]);
  return { written, unchanged, removed: gone.map(([path]) => path) };
}

/** Whether a file is as the last site wrote it. @param folder absolute @param path below it */
export function isOfSite(folder: string, path: string): boolean {
  const was = readRecord(folder).get(path);
  return was !== undefined && digestAt(folder, path) === was;
}

function digest(content: string | Uint8Array): string {
  return digestOf(content).slice(0, 16);
}

/** Null if there is no such file; a folder or a link counts as somebody else's. */
function digestAt(folder: string, path: string): string | null {
  const file = join(folder, path);
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return null;
  const read = stats.isFile()
    ? readFile(file, { place: { within: folder }, limit: FILE_LIMITS.other })
    : null;
  return read?.state === 'ok' ? digest(read.value) : 'foreign';
}

/** A tampered record can at most leave files where they are, or remove those with the digests that it names. */
function readRecord(folder: string): ReadonlyMap<string, string> {
  const file = readFile(join(folder, RECORD), { place: { within: folder }, limit: FILE_LIMITS.other });
  try {
    const record: unknown = JSON.parse(file.state === 'ok' ? file.value.toString('utf8') : '{}');
    const entries = Object.entries(record as Readonly<Record<string, unknown>>);
    return new Map(
      entries.flatMap(([path, was]) =>
        typeof was === 'string' && isBelow(path) ? [[path, was] as const] : [],
      ),
    );
  } catch {
    return new Map();
  }
}

function isBelow(path: string): boolean {
  return (
    !/^[/\\]|[\\:]|\0/.test(path) &&
    !path.split('/').some((name) => name === '' || name === '..' || name === '.')
  );
}

/** Removes the file, and folders that are empty without it. */
function remove(folder: string, path: string): void {
  refuseLinkedFolders(folder, [{ path }]);
  try {
    rmSync(join(folder, path), { force: true });
    for (let above = dirname(path); above !== '.'; above = dirname(above)) {
      if (readdirSync(join(folder, above)).length > 0) return;
      rmdirSync(join(folder, above));
    }
  } catch (cause) {
    throw new CliError(wording`Cannot remove ${join(folder, path)}: ${(cause as Error).message}`, null, {
      cause,
    });
  }
}
