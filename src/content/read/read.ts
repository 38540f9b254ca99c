import { isUtf8 } from 'node:buffer';
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { CliError, wording } from '../../base/errors.ts';
import { type Memory, NO_MEMORY } from '../../base/memory.ts';
import { FileReader, type NotRead } from '../../base/read-file.ts';
import { FILE_START, type Finding, finding, joinResults, type Result } from '../../findings/finding.ts';
import { normalizeText, type SourceFile } from '../summary/source-file.ts';
import { CONTENT_FOLDER, contentRules, listFolder } from './content-folder.ts';

const REPLACEMENT = Buffer.from('\uFFFD');

export interface ContentFiles {
  readonly event: SourceFile | null;
  /** Sorted by name. */
  readonly talks: readonly SourceFile[];
  readonly exchanges: readonly SourceFile[];
  /** Files that look like summaries but are not read because of their name or place; relative to the root. */
  readonly ignored: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Reads the content folder below `root`.
 * @param memory of earlier runs; a file with the same stamp is not read again
 * @throws CliError if there is no content folder, or it is a link out of the root
 */
export function readContent(root: string, memory: Memory = NO_MEMORY): ContentFiles {
  const names = listFiles(join(root, CONTENT_FOLDER));
  if (names === null) {
    throw new CliError(
      wording`There is no content/ folder in ${root}.`,
      wording`Run talkdeck where your content/ folder is, or name that place with --root DIR.`,
    );
  }
  const files = new FileReader(memory);
  refuseForeign(root, files);
  const read = (path: string) => readSource(root, `${CONTENT_FOLDER}/${path}`, files);
  const folder = (name: string): Result<readonly SourceFile[]> => {
    const path = join(root, CONTENT_FOLDER, name);
    const there = listFiles(path) ?? [];
    // Not even names of files in another folder may be shown.
    if (there.length > 0 && files.leaves(path, join(root, CONTENT_FOLDER))) {
      const refused = finding(`${CONTENT_FOLDER}/${name}`, FILE_START, 'file-refused', { because: 'link' });
      return { value: [], findings: [refused] };
    }
    const { value, findings } = joinResults(there.filter(isSummary).map((file) => read(`${name}/${file}`)));
    return { value: value.filter((file) => file !== null), findings };
  };

  const talks = folder('talks');
  const event = names.includes('event.md') ? read('event.md') : noEvent();
  const exchanges = folder('qa');
  // A panel has only questions. Refused files count as present.
  const isEmpty = [talks, exchanges].every(
    ({ value, findings }) => value.length === 0 && findings.length === 0,
  );
  return {
    event: event.value,
    talks: talks.value,
    exchanges: exchanges.value,
    ignored: ignoredFiles(root, ''),
    findings: [...talks.findings, ...(isEmpty ? [noTalks()] : []), ...event.findings, ...exchanges.findings],
  };
}

/**
 * Reads the event and some talks, like `readContent`.
 * @param talks paths relative to the root
 */
export function readSummaries(root: string, talks: readonly string[]): ContentFiles {
  const files = new FileReader();
  refuseForeign(root, files);
  const [event, ...read] = [`${CONTENT_FOLDER}/event.md`, ...talks].map((path) =>
    readSource(root, path, files),
  );
  return {
    event: event?.value ?? null,
    talks: read.flatMap(({ value }) => value ?? []),
    exchanges: [],
    ignored: [],
    findings: [],
  };
}

/** All summaries, the event first. */
export function filesOf({ event, talks, exchanges }: ContentFiles): readonly SourceFile[] {
  return [...(event ? [event] : []), ...talks, ...exchanges];
}

/** The same files with other texts. */
export function withTexts(content: ContentFiles, textOf: (file: SourceFile) => string): ContentFiles {
  const renew = (file: SourceFile): SourceFile => ({ ...file, text: textOf(file) });
  return {
    ...content,
    event: content.event && renew(content.event),
    talks: content.talks.map(renew),
    exchanges: content.exchanges.map(renew),
  };
}

/** `2-b.md` before `10-a.md`: prefixes are compared as numbers, the rest by code unit. */
export function byOrder(a: string, b: string): number {
  const difference = Number.parseInt(a, 10) - Number.parseInt(b, 10);
  if (difference) return difference;
  return a < b ? -1 : 1;
}

function noTalks(): Finding {
  return finding(`${CONTENT_FOLDER}/talks`, FILE_START, 'no-talks', { folder: `${CONTENT_FOLDER}/talks` });
}

function noEvent(): Result<null> {
  const path = `${CONTENT_FOLDER}/event.md`;
  return { value: null, findings: [finding(path, FILE_START, 'file-missing', { name: path })] };
}

/** Text files where a summary would be read, and Markdown anywhere else. Names of drafts begin with `_`. */
function ignoredFiles(root: string, below: string): readonly string[] {
  const folder = join(root, CONTENT_FOLDER, below);
  // Links are not followed, as they may lead back up.
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  const atTop = below === '';
  const holdsSummaries = below === 'talks' || below === 'qa';
  return (listFiles(folder) ?? []).flatMap((name) => {
    if (/^[._~#]/.test(name) || (atTop && (name === 'event.md' || name === 'assets'))) return [];
    const path = atTop ? name : `${below}/${name}`;
    if (!isText(name)) return ignoredFiles(root, path);
    const isRead = holdsSummaries && isSummary(name);
    return isRead || (atTop && /\.txt$/i.test(name)) ? [] : [`${CONTENT_FOLDER}/${path}`];
  });
}

function isText(name: string): boolean {
  return (
    /^[^._~#].*\.(?:md|markdown|mdown|mdx|txt|docx?|rtf)$/is.test(name) && name.toLowerCase() !== 'readme.md'
  );
}

/** Markdown files, except READMEs and editors' lock and backup files. A name may contain line ends. */
function isSummary(name: string): boolean {
  return /^[^._~#].*\.md$/is.test(name) && name.toLowerCase() !== 'readme.md';
}

function listFiles(folder: string): readonly string[] | null {
  return listFolder(folder)?.toSorted(byOrder) ?? null;
}

/** content/ may be a link within the meetup's folder; one out of it would expose other files. */
function refuseForeign(root: string, files: FileReader): void {
  const folder = join(root, CONTENT_FOLDER);
  if (!files.leaves(folder, root)) return;
  throw new CliError(
    wording`${folder} is a link that leads out of the meetup's folder.`,
    wording`Move the folder itself here, or name the place where it is with --root DIR.`,
  );
}

function readSource(root: string, path: string, files: FileReader): Result<SourceFile | null> {
  const file = join(root, path);
  const make = (bytes: Buffer): Result<SourceFile | null> => {
    if (!isUtf8(bytes)) return { value: null, findings: [invalidUtf8(path, bytes)] };
    return { value: { path, text: normalizeText(bytes.toString('utf8')) }, findings: [] };
  };
  const read = files.read(file, contentRules(root, 'summary'), `source ${path}`, make);
  return read.state === 'ok' ? read.value : { value: null, findings: [refusal(path, file, read)] };
}

function refusal(path: string, file: string, not: NotRead): Finding {
  switch (not.state) {
    case 'too-large': {
      const { bytes, limit } = not;
      return finding(path, FILE_START, 'file-too-large', { part: 'file', bytes, limit });
    }
    case 'unreadable':
      throw new CliError(wording`Cannot read ${file}: ${not.reason}`);
    case 'missing': // It was listed a moment ago.
    case 'broken-link':
      return finding(path, FILE_START, 'file-refused', { because: 'broken-link' });
    case 'no-file':
      return finding(path, FILE_START, 'file-refused', { because: 'no-file' });
    case 'outside':
    case 'linked':
      return finding(path, FILE_START, 'file-refused', { because: 'link' });
  }
}

function invalidUtf8(path: string, bytes: Buffer): Finding {
  const text = bytes.toString('utf8');
  let index = text.indexOf('\uFFFD');
  let offset = Buffer.byteLength(text.slice(0, index));
  // A replacement character in the file is valid; only those inserted by the decoder count.
  while (bytes.subarray(offset, offset + 3).equals(REPLACEMENT)) {
    const next = text.indexOf('\uFFFD', index + 1);
    offset += Buffer.byteLength(text.slice(index, next));
    index = next;
  }
  const before = normalizeText(text.slice(0, index)).split('\n');
  const column = (before.at(-1) ?? '').length + 1;
  return finding(path, { line: before.length, column, length: 1 }, 'invalid-utf8', { offset });
}
