import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from '../cli-error.ts';
import type { OutputFile } from './output-files.ts';
import { originOf } from './sign-text.ts';
import { type WriteReport, writeFiles } from './write-files.ts';

/** A generated file that somebody edited: it was kept beside the one that took its place. */
export interface KeptEdit {
  /** Relative to slides/, as both following. */
  readonly path: string;
  readonly keptAs: string;
  /** 1-based line of `keptAs` in which it differs first from what is generated. */
  readonly line: number;
}

export interface DecksReport extends WriteReport {
  readonly kept: readonly KeptEdit[];
  /** Decks whose talk is gone. */
  readonly removed: readonly string[];
}

/** Files that carry the remark of sign-text.ts. */
const SIGNED = /^[^/]+\.(?:md|css)$/;

/**
 * Brings slides/ up to date. Of decks and the style sheet nothing is lost: what somebody edited by hand is kept beside,
 * what the tool did not make is never touched. slides/assets/ is the tool's own: a picture there is overwritten by one
 * of that name in content/assets/. Decks whose talk is gone go, unless somebody edited them.
 *
 * @param force whether edits are thrown away, and files of somebody else overwritten
 * @throws CliError where slides/ cannot be written, or a file of somebody else stands where a deck is to be
 */
export function writeDecks(folder: string, files: readonly OutputFile[], force = false): DecksReport {
  const inTheWay = force ? [] : files.flatMap((file) => conflictOf(folder, file) ?? []);
  const [foreign] = inTheWay.filter(({ origin }) => origin === 'foreign');
  if (foreign) {
    throw new CliError(
      `${join(folder, foreign.path)} was not made by talkdeck, and a generated file of that name is to be written.`,
      'Give it another name, or let it be overwritten: talkdeck build --force',
    );
  }
  const kept = inTheWay.map(({ path, old, content }) => keep(folder, path, old, content));
  const report = writeFiles(folder, files);
  return { ...report, kept, removed: removeGone(folder, files) };
}

/** What stands where a file is to be, if it is not the tool's own. */
function conflictOf(folder: string, { path, content }: OutputFile) {
  if (typeof content !== 'string' || !SIGNED.test(path)) return null;
  const old = read(join(folder, path));
  if (old === null || old.equals(Buffer.from(content))) return null;
  const origin = originOf(old.toString('utf8'));
  return origin === 'made' ? null : { path, content, old, origin };
}

function keep(folder: string, path: string, old: Buffer, made: string): KeptEdit {
  const [, stem = '', ending = ''] = /^(.*)(\.\w+)$/.exec(path) ?? [];
  for (let count = 1; ; count += 1) {
    const keptAs = `${stem}.edited${count === 1 ? '' : `-${count}`}${ending}`;
    const there = read(join(folder, keptAs));
    if (there !== null && !there.equals(old)) continue;
    writeFiles(folder, [{ path: keptAs, content: old }]);
    return { path, keptAs, line: firstDifference(old.toString('utf8'), made) };
  }
}

function firstDifference(a: string, b: string): number {
  const [left, right] = [a.split(/\r?\n/), b.split('\n')];
  return (
    left.findIndex((line, index) => line !== right[index] && !line.includes('Digest: ')) + 1 || left.length
  );
}

function removeGone(folder: string, files: readonly OutputFile[]): readonly string[] {
  // Where names that differ in case are one file, it is the new one.
  const wanted = new Set(files.map(({ path }) => path.toLowerCase()));
  const gone = readdirSync(folder)
    .filter((name) => name.endsWith('.md') && !wanted.has(name.toLowerCase()))
    .filter((name) => isMade(join(folder, name)))
    .sort();
  for (const name of gone) {
    try {
      rmSync(join(folder, name), { force: true });
    } catch (cause) {
      throw new CliError(`Cannot remove ${join(folder, name)}: ${(cause as Error).message}`, null, { cause });
    }
  }
  return gone;
}

/** The bytes of a file, in whatever encoding an editor has saved it; null where there is none. */
function read(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new CliError(
      `Cannot read ${path}: ${message}`,
      'Whether it may be overwritten cannot be told. Look at its permissions, or move it away.',
      { cause },
    );
  }
}

/** What cannot be read, or is a folder, is nothing that the tool may remove. */
function isMade(path: string): boolean {
  try {
    return originOf(readFileSync(path, 'utf8')) === 'made';
  } catch {
    return false;
  }
}
