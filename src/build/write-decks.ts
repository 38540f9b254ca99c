import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '../base/changed.ts';
import { CliError, wording } from '../base/errors.ts';
import { refuseLinkedFolders, type WriteReport, writeFiles } from '../base/files.ts';
import { type Memory, NO_MEMORY } from '../base/memory.ts';
import { FILE_LIMITS, FileReader, type ReadRules, readFile, whyNotRead } from '../base/read-file.ts';
import type { Deck } from '../deck/deck.ts';
import { inSpoken } from '../findings/finding.ts';
import type { OutputFile } from './output-files.ts';
import { originOf } from './sign-text.ts';

/** A generated file that was edited by hand, and kept beside the new one. */
interface EditBackup {
  /** Relative to slides/, like `keptAs`. */
  readonly path: string;
  readonly keptAs: string;
  /** 1-based line of `keptAs` with the first difference from the generated file; null for a picture or a font. */
  readonly line: number | null;
}

export interface DecksReport extends WriteReport {
  readonly kept: readonly EditBackup[];
  /** Decks whose talk was removed. */
  readonly removed: readonly string[];
}

/** Files with the comment of sign-text.ts. */
const SIGNED = /^[^/]+\.(?:md|css)$/;

/**
 * Brings slides/ up to date without losing other people's work: files edited by hand are kept beside the new ones,
 * files not made by the tool are never touched. A picture or a font is kept beside, too, unless the tool wrote it or
 * would write the same. Decks whose talk was removed are deleted, unless edited.
 *
 * @param force whether to discard edits and overwrite other people's files
 * @param memory of earlier runs; a file with the same stamp is not read again
 * @throws CliError if slides/ cannot be written or is a link, or if somebody else's file is where a deck belongs
 */
export function writeDecks(
  folder: string,
  files: readonly OutputFile[],
  force = false,
  memory: Memory = NO_MEMORY,
): DecksReport {
  refuseLinkedFolders(folder, files);
  const assets = files.filter(isAsset);
  const record = readAssetRecord(folder);
  const reader = new FileReader(memory);
  const changed = files.filter((file) => !isThere(folder, file, reader));
  const inTheWay = force
    ? []
    : changed.flatMap(
        (file) => (isAsset(file) ? otherAsset(folder, file, record) : conflictOf(folder, file)) ?? [],
      );
  const [foreign] = inTheWay.filter(({ origin }) => origin === 'foreign');
  if (foreign) {
    throw new CliError(
      wording`${join(folder, foreign.path)} was not made by talkdeck, and a generated file of that name is to be written.`,
      wording`Give it another name, or let it be overwritten: talkdeck build --force`,
    );
  }
  const kept = inTheWay.map(({ path, old, content }) => keep(folder, path, old, content));
  const { written } = writeFiles(folder, changed);
  if (assets.length > 0) writeFiles(folder, [assetRecord(assets)]);
  const isWritten = new Set(written);
  const unchanged = files.map(({ path }) => path).filter((path) => !isWritten.has(path));
  return { written, unchanged, kept, removed: removeGone(folder, files) };
}

/**
 * Writes some decks, provided that slides/ is unchanged since it was last written.
 * @throws CliError if slides/ cannot be written, or is a link
 */
export function writeEdited(folder: string, files: readonly OutputFile[]): WriteReport {
  refuseLinkedFolders(folder, files);
  const reader = new FileReader();
  return writeFiles(
    folder,
    files.filter((file) => !isThere(folder, file, reader)),
  );
}

/** Whether a file already has these bytes. Unreadable files are reported when written. */
export function isThere(folder: string, { path, content }: OutputFile, files: FileReader): boolean {
  const equals = (bytes: Buffer) =>
    bytes.equals(typeof content === 'string' ? Buffer.from(content) : content);
  const same = files.read(join(folder, path), within(folder), `written ${path}`, equals, content);
  return same.state === 'ok' && same.value;
}

/** No talk can have this name. */
const QA = 'qa.md';

/**
 * Describes files edited by hand and decks that were removed, in a sentence or two each.
 * @param folder slides/ as shown in messages
 */
export function describeBackups(
  { kept, removed }: Pick<DecksReport, 'kept' | 'removed'>,
  folder: string,
  decks: readonly Deck[],
): readonly string[] {
  return [
    ...kept.map(({ path, keptAs, line }) => {
      const [old, now] = [`${folder}/${path}`, `${folder}/${keptAs}`];
      if (line === null)
        return wording`${old} was not what talkdeck wrote: that file is ${now} now. To show it, put it in the place of the one in content/assets/.`;
      const from = sourceOf(path, decks);
      return wording`${old} was edited by hand: that version is ${now} now, and differs first in line ${line}. To keep the change, make it in ${from}, or, for all slides of a kind, in a template (docs/templates.md).`;
    }),
    ...removed.map((path) => {
      const why = path === QA ? wording`there are no questions any more` : wording`its talk is gone`;
      return wording`${`${folder}/${path}`} was removed: ${why}.`;
    }),
  ].map(inSpoken);
}

function isAsset(file: OutputFile): file is AssetFile {
  return typeof file.content !== 'string';
}

/** An existing picture or font in the place of a new one, unless the tool wrote it. */
function otherAsset(folder: string, { path, content }: AssetFile, record: ReadonlyMap<string, string>) {
  if (isLink(join(folder, path))) return null; // The link is replaced; its target is not read.
  const old = read(folder, path);
  if (old === null || old.equals(content) || digestOf(old).slice(0, 16) === record.get(path)) return null;
  return { path, content, old, origin: 'edited' as const };
}

/** An existing file in the place of a new one, unless the tool made it. */
function conflictOf(folder: string, { path, content }: OutputFile) {
  if (typeof content !== 'string' || !SIGNED.test(path)) return null;
  if (isLink(join(folder, path))) return { path, content, old: Buffer.of(), origin: 'foreign' as const };
  const old = read(folder, path);
  if (old === null || old.equals(Buffer.from(content))) return null;
  const origin = originOf(old.toString('utf8'));
  return origin === 'made' ? null : { path, content, old, origin };
}

function keep(folder: string, path: string, old: Buffer, made: string | Uint8Array): EditBackup {
  const [, stem = path, ending = ''] = /^(.*)(\.\w+)$/.exec(path) ?? [];
  for (let count = 1; ; count += 1) {
    const keptAs = `${stem}.edited${count === 1 ? '' : `-${count}`}${ending}`;
    const there = read(folder, keptAs);
    if (there !== null && !there.equals(old)) continue;
    writeFiles(folder, [{ path: keptAs, content: old }]);
    const line = typeof made === 'string' ? firstDifference(old.toString('utf8'), made) : null;
    return { path, keptAs, line };
  }
}

function firstDifference(a: string, b: string): number {
  const [left, right] = [a.split(/\r?\n/), b.split('\n')];
  return (
    left.findIndex((line, index) => line !== right[index] && !line.includes('Digest: ')) + 1 || left.length
  );
}

function removeGone(folder: string, files: readonly OutputFile[]): readonly string[] {
  // On case-insensitive file systems, names that differ in case are the same new file.
  const wanted = new Set(files.map(({ path }) => path.toLowerCase()));
  const gone = readdirSync(folder)
    .filter((name) => name.endsWith('.md') && !wanted.has(name.toLowerCase()))
    .filter((name) => isMade(folder, name))
    .sort();
  for (const name of gone) {
    try {
      rmSync(join(folder, name), { force: true });
    } catch (cause) {
      throw new CliError(wording`Cannot remove ${join(folder, name)}: ${(cause as Error).message}`, null, {
        cause,
      });
    }
  }
  return gone;
}

/**
 * Bytes of a file in any encoding; null if missing. Links that lead outside are not read, because their targets would
 * be copied here.
 */
function read(folder: string, path: string): Buffer | null {
  const file = readFile(join(folder, path), within(folder));
  if (file.state === 'ok') return file.value;
  if (file.state === 'missing' || (file.state === 'broken-link' && !file.loop)) return null;
  throw new CliError(
    wording`Cannot read ${join(folder, path)}: ${whyNotRead(file)}`,
    wording`Whether it may be overwritten cannot be told. Look at its permissions, or move it away.`,
  );
}

/** A link may lead outside the meetup, or in circles. */
function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** The tool may not remove folders and unreadable files. */
function isMade(folder: string, name: string): boolean {
  if (isLink(join(folder, name))) return false;
  const file = readFile(join(folder, name), within(folder));
  return file.state === 'ok' && originOf(file.value.toString('utf8')) === 'made';
}

function within(folder: string): ReadRules {
  return { place: { within: folder }, limit: FILE_LIMITS.other };
}

/** A picture or a font, which cannot contain a comment as decks do. */
type AssetFile = OutputFile & { readonly content: Uint8Array };

/** Kept beside them, so that it travels with slides/. */
const RECORD = 'assets/.talkdeck.json';

/** Digests of what the tool last wrote to slides/assets/, by path. Empty if unknown. */
function readAssetRecord(folder: string): ReadonlyMap<string, string> {
  const file = readFile(join(folder, RECORD), { place: { within: folder }, limit: FILE_LIMITS.other });
  try {
    const record: unknown = JSON.parse(file.state === 'ok' ? file.value.toString('utf8') : '');
    return new Map(Object.entries(record as Readonly<Record<string, string>>));
  } catch {
    return new Map(); // Missing or unreadable: then all differing files count as somebody else's.
  }
}

/** The record of these assets, as a file for slides/. */
function assetRecord(assets: readonly AssetFile[]): OutputFile {
  const digests = assets.map(({ path, content }) => [path, digestOf(content).slice(0, 16)] as const);
  const sorted = Object.fromEntries(digests.sort(([a], [b]) => (a < b ? -1 : 1)));
  return { path: RECORD, content: `${JSON.stringify(sorted, null, 2)}\n` };
}

function sourceOf(path: string, decks: readonly Deck[]): string {
  const deck = decks.find(({ slug }) => path === `${slug}.md`);
  if (deck === undefined) return 'content/event.md';
  return deck.kind === 'qa' ? 'content/qa/' : deck.cover.origin.file;
}
