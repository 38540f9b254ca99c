import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from '../base/errors.ts';
import { refuseLinkedFolders, type WriteReport, writeFiles } from '../base/files.ts';
import { type Memory, NO_MEMORY } from '../base/memory.ts';
import { FILE_LIMITS, FileReader, type ReadRules, readFile, whyNotRead } from '../base/read-file.ts';
import type { Deck } from '../deck/deck.ts';
import type { OutputFile } from './output-files.ts';
import { originOf } from './sign-text.ts';

/** A generated file that somebody edited: it was kept beside the one that took its place. */
interface EditBackup {
  /** Relative to slides/, as both following. */
  readonly path: string;
  readonly keptAs: string;
  /** 1-based line of `keptAs` in which it differs first from what is generated; null for a picture or a font. */
  readonly line: number | null;
}

export interface DecksReport extends WriteReport {
  readonly kept: readonly EditBackup[];
  /** Decks whose talk is gone. */
  readonly removed: readonly string[];
}

/** Files that carry the remark of sign-text.ts. */
const SIGNED = /^[^/]+\.(?:md|css)$/;

/**
 * Brings slides/ up to date. Nothing of somebody else is lost: what was edited by hand is kept beside, what the tool
 * did not make is never touched. A picture or a font that is neither what the tool wrote last nor what it would write
 * is kept beside, too. Decks whose talk is gone go, unless somebody edited them.
 *
 * @param force whether edits are thrown away, and files of somebody else overwritten
 * @param memory of the times before; a file whose stamp is the same is not read again
 * @throws CliError where slides/ cannot be written, or is a link, or a file of somebody else stands where a deck is to be
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
      `${join(folder, foreign.path)} was not made by talkdeck, and a generated file of that name is to be written.`,
      'Give it another name, or let it be overwritten: talkdeck build --force',
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
 * Writes some of the decks where all that is in slides/ is as it was written last.
 * @throws CliError where slides/ cannot be written, or is a link
 */
export function writeEdited(folder: string, files: readonly OutputFile[]): WriteReport {
  refuseLinkedFolders(folder, files);
  const reader = new FileReader();
  return writeFiles(
    folder,
    files.filter((file) => !isThere(folder, file, reader)),
  );
}

/** Whether a file has its bytes already. Of what cannot be read, whoever is to write it finds out. */
export function isThere(folder: string, { path, content }: OutputFile, files: FileReader): boolean {
  const equals = (bytes: Buffer) =>
    bytes.equals(typeof content === 'string' ? Buffer.from(content) : content);
  const same = files.read(join(folder, path), within(folder), `written ${path}`, equals, content);
  return same.state === 'ok' && same.value;
}

/** No talk is called so. */
const QA = 'qa.md';

/**
 * Says what became of files that were edited by hand, and of those whose talk is gone: a sentence or two for each.
 * @param folder slides/ as it is to be shown
 */
export function describeBackups(
  { kept, removed }: Pick<DecksReport, 'kept' | 'removed'>,
  folder: string,
  decks: readonly Deck[],
): readonly string[] {
  return [
    ...kept.map(({ path, keptAs, line }) => {
      if (line === null)
        return `${folder}/${path} was not what talkdeck wrote: that file is ${folder}/${keptAs} now. To show it, put it in the place of the one in content/assets/.`;
      const from = sourceOf(path, decks);
      return `${folder}/${path} was edited by hand: that version is ${folder}/${keptAs} now, and differs first in line ${line}. To keep the change, make it in ${from}, or, for all slides of a kind, in a template (docs/templates.md).`;
    }),
    ...removed.map(
      (path) =>
        `${folder}/${path} was removed: ${path === QA ? 'there is no question any more' : 'its talk is gone'}.`,
    ),
  ];
}

function isAsset(file: OutputFile): file is AssetFile {
  return typeof file.content !== 'string';
}

/** What stands where a picture or a font is to be, if the tool did not write it last. */
function otherAsset(folder: string, { path, content }: AssetFile, record: ReadonlyMap<string, string>) {
  if (isLink(join(folder, path))) return null; // A new file takes its place; where it leads, nothing is read.
  const old = read(folder, path);
  if (old === null || old.equals(content) || assetDigest(old) === record.get(path)) return null;
  return { path, content, old, origin: 'edited' as const };
}

/** What stands where a file is to be, if it is not the tool's own. */
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
  // Where names that differ in case are one file, it is the new one.
  const wanted = new Set(files.map(({ path }) => path.toLowerCase()));
  const gone = readdirSync(folder)
    .filter((name) => name.endsWith('.md') && !wanted.has(name.toLowerCase()))
    .filter((name) => isMade(folder, name))
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

/**
 * The bytes of a file, in whatever encoding an editor has saved it; null where there is none. Not those of a file
 * elsewhere that a link leads to: they would be kept here.
 */
function read(folder: string, path: string): Buffer | null {
  const file = readFile(join(folder, path), within(folder));
  if (file.state === 'ok') return file.value;
  if (file.state === 'missing' || (file.state === 'broken-link' && !file.loop)) return null;
  throw new CliError(
    `Cannot read ${join(folder, path)}: ${whyNotRead(file)}`,
    'Whether it may be overwritten cannot be told. Look at its permissions, or move it away.',
  );
}

/** It may lead to what is none of the meetup's, or never ends. */
function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** What cannot be read, or is a folder, is nothing that the tool may remove. */
function isMade(folder: string, name: string): boolean {
  if (isLink(join(folder, name))) return false;
  const file = readFile(join(folder, name), within(folder));
  return file.state === 'ok' && originOf(file.value.toString('utf8')) === 'made';
}

function within(folder: string): ReadRules {
  return { place: { within: folder }, limit: FILE_LIMITS.other };
}

/** A picture or a font, which can hold no remark as decks do. */
type AssetFile = OutputFile & { readonly content: Uint8Array };

/** Beside them, so that it goes wherever slides/ goes. */
const RECORD = 'assets/.talkdeck.json';

/** What the tool wrote last into slides/assets/: digests by path. Empty where that is not known. */
function readAssetRecord(folder: string): ReadonlyMap<string, string> {
  const file = readFile(join(folder, RECORD), { place: { within: folder }, limit: FILE_LIMITS.other });
  try {
    const record: unknown = JSON.parse(file.state === 'ok' ? file.value.toString('utf8') : '');
    return new Map(Object.entries(record as Readonly<Record<string, string>>));
  } catch {
    return new Map(); // None, or none that can be read: then every other file is somebody else's.
  }
}

/** The record of these assets, as a file of slides/. */
function assetRecord(assets: readonly AssetFile[]): OutputFile {
  const digests = assets.map(({ path, content }) => [path, assetDigest(content)] as const);
  const sorted = Object.fromEntries(digests.sort(([a], [b]) => (a < b ? -1 : 1)));
  return { path: RECORD, content: `${JSON.stringify(sorted, null, 2)}\n` };
}

function assetDigest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 16);
}

function sourceOf(path: string, decks: readonly Deck[]): string {
  const deck = decks.find(({ slug }) => path === `${slug}.md`);
  if (deck === undefined) return 'content/event.md';
  return deck.kind === 'qa' ? 'content/qa/' : deck.cover.origin.file;
}
