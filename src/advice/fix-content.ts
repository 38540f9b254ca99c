import { basename, dirname, join } from 'node:path';
import { structuredPatch } from 'diff';
import type { Colors } from 'picocolors/types.js';
import { CliError, wording } from '../base/errors.ts';
import { writeFiles } from '../base/files.ts';
import { addAll } from '../base/memory.ts';
import { FILE_LIMITS, FileReader } from '../base/read-file.ts';
import { type ContentFiles, filesOf, withTexts } from '../content/read/read.ts';
import { normalizeText } from '../content/summary/source-file.ts';
import { validate } from '../content/validate/validate.ts';
import { applyEdits } from '../findings/apply-edits.ts';
import { type Finding, groupByFile } from '../findings/finding.ts';
import { clean } from '../findings/report/clean.ts';
import { advise } from './advise.ts';

/** A summary with mechanical fixes. */
export interface FixedFile {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  /** Text with LF line ends, before and after; both have the same number of lines. */
  readonly before: string;
  readonly after: string;
  /** The fixed findings, at their original places. */
  readonly findings: readonly Finding[];
}

type Changed = Pick<FixedFile, 'path' | 'before' | 'after'>;

/** Fixes may need further ones: after a bracket is made half-width, a space is missing. */
const MOST_ROUNDS = 10;

/**
 * Applies mechanical fixes: errors such as foreign markup in all files, then spaces, punctuation and names in those
 * without errors. Pure.
 * @param errorsOf the errors in content; a file that would get another one stays as it is
 */
export function fixContent(
  content: ContentFiles,
  errorsOf: (content: ContentFiles) => readonly Finding[],
): readonly FixedFile[] {
  const translated = translate(content, errorsOf);
  const errors = errorsOf(translated.content);
  const faulty = new Set(errors.map(({ file }) => file));
  const mended = [...translated.findings];
  let fixed = translated.content;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const found = fixable(fixed).filter(({ file }) => !faulty.has(file));
    if (found.length === 0) break;
    addAll(mended, found);
    const byFile = groupByFile(found);
    const editsOf = (path: string) => (byFile.get(path) ?? []).flatMap(({ edits = [] }) => edits);
    fixed = withTexts(fixed, ({ path, text }) => applyEdits(text, editsOf(path)));
  }
  const byFile = groupByFile(mended);
  const broken = newlyBroken(errors, errorsOf(fixed));
  const texts = new Map(filesOf(fixed).map(({ path, text }) => [path, text]));
  return filesOf(content).flatMap(({ path, text: before }) => {
    const after = texts.get(path) ?? before;
    if (after === before) return [];
    // Then only the translation remains.
    if (broken.has(path)) return translated.files.filter((file) => file.path === path);
    return [{ path, before, after, findings: byFile.get(path) ?? [] }];
  });
}

/**
 * Replaces the changed lines of a file and keeps everything else: byte order mark and line ends.
 * @param raw as read from the file
 * @param before the same with LF line ends and without byte order mark; `after` has as many lines
 */
export function replaceLines(raw: string, before: string, after: string): string {
  const mark = raw.startsWith('\uFEFF') ? '\uFEFF' : '';
  const ends = raw.match(/\r\n?|\n/g) ?? [];
  const [old, renewed] = [before.split('\n'), after.split('\n')];
  if (old.length !== ends.length + 1 || renewed.length !== old.length) {
    throw new Error(`${renewed.length} lines for a file that has ${ends.length + 1}`);
  }
  return mark + renewed.map((line, index) => line + (ends[index] ?? '')).join('');
}

/**
 * Writes fixed summaries, each completely or not at all; links are written through.
 * @throws CliError if one was changed since it was read; then none is written
 */
export function saveFixes(root: string, files: readonly FixedFile[]): void {
  const contents = files.map(({ path, before, after }) => {
    const { target, raw } = read(root, path);
    if (normalizeText(raw) !== before) throw changed(path);
    return { target, content: replaceLines(raw, before, after) };
  });
  for (const { target, content } of contents) {
    writeFiles(dirname(target), [{ path: basename(target), content }], true);
  }
}

/** The changes line by line, like `git diff`. */
export function showDiff(files: readonly Changed[], pc: Colors): string {
  return files.map((file) => showFile(file, pc)).join('\n\n');
}

interface Translated {
  readonly content: ContentFiles;
  readonly files: readonly FixedFile[];
  readonly findings: readonly Finding[];
}

/** Applies the edits of validation findings: to each file as a whole, or one by one if that would break it. */
function translate(
  content: ContentFiles,
  errorsOf: (content: ContentFiles) => readonly Finding[],
): Translated {
  const mended: Finding[] = [];
  const left = new Set<string>();
  let now = content;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const errors = errorsOf(now);
    // Some depend on the whole meetup, such as on its people.
    const byPlace = new Map([...errors, ...validate(now).findings].map((each) => [placeOf(each), each]));
    const found = [...byPlace].flatMap(([place, each]) =>
      (each.edits ?? []).length > 0 && !left.has(place) ? [each] : [],
    );
    if (found.length === 0) break;
    const all = new Set(found);
    // Further errors in a file show once its front matter is readable.
    const unread = new Set(found.filter(({ code }) => code === 'yaml-colon').map(({ file }) => file));
    const broken = new Set(
      [...newlyBroken(errors, errorsOf(edited(now, all)))].filter((file) => !unread.has(file)),
    );
    const kept = new Set(found.filter(({ file }) => !broken.has(file)));
    for (const one of found.filter(({ file }) => broken.has(file)).slice(0, MOST_SINGLE)) {
      const isSafe = newlyBroken(errors, errorsOf(edited(now, new Set([...kept, one])))).size === 0;
      if (isSafe) kept.add(one);
    }
    for (const each of all) if (!kept.has(each)) left.add(placeOf(each));
    now = edited(now, kept);
    addAll(mended, [...kept]);
  }
  const byFile = groupByFile(mended);
  const texts = new Map(filesOf(now).map(({ path, text }) => [path, text]));
  const files = filesOf(content).flatMap(({ path, text: before }) => {
    const after = texts.get(path) ?? before;
    return after === before ? [] : [{ path, before, after, findings: byFile.get(path) ?? [] }];
  });
  return { content: now, files, findings: mended };
}

/** Each check reads all content again. */
const MOST_SINGLE = 32;

function placeOf({ file, code, at }: Finding): string {
  return `${file} ${code} ${at.line}:${at.column}`;
}

function edited(content: ContentFiles, findings: ReadonlySet<Finding>): ContentFiles {
  const byFile = groupByFile([...findings]);
  return withTexts(content, ({ path, text }) =>
    applyEdits(
      text,
      (byFile.get(path) ?? []).flatMap(({ edits = [] }) => edits),
    ),
  );
}

/** Advice with edits. */
function fixable(content: ContentFiles): readonly Finding[] {
  return advise({ meetup: validate(content).meetup }).filter(({ edits = [] }) => edits.length > 0);
}

function kindOf({ file, code }: Finding): string {
  return `${code} ${file}`;
}

function newlyBroken(before: readonly Finding[], after: readonly Finding[]): ReadonlySet<string> {
  /** How many more findings of each kind are allowed. */
  const left = new Map<string, number>();
  for (const each of before) left.set(kindOf(each), (left.get(kindOf(each)) ?? 0) + 1);
  const more = after.filter((each) => {
    const count = left.get(kindOf(each)) ?? 0;
    left.set(kindOf(each), count - 1);
    return count <= 0;
  });
  return new Set(more.map(({ file }) => file));
}

function read(root: string, path: string): { readonly target: string; readonly raw: string } {
  const rules = { place: { within: root }, limit: FILE_LIMITS.summary };
  const file = new FileReader().read(join(root, path), rules, path, (bytes, target) => ({
    target,
    raw: bytes.toString('utf8'),
  }));
  // It was read a moment ago, so it has been renamed or deleted since.
  if (file.state !== 'ok') throw changed(path);
  return file.value;
}

function changed(path: string): CliError {
  return new CliError(
    wording`${path} was changed meanwhile.`,
    wording`Nothing was written. Save it, and run the command again.`,
  );
}

function showFile({ path, before, after }: Changed, pc: Colors): string {
  const { hunks } = structuredPatch(path, path, before, after, '', '', { context: 1 });
  const lines = hunks.flatMap(({ oldStart, lines: shown }) => [
    pc.cyan(`@@ ${clean(path)}:${oldStart} @@`),
    ...shown.filter((line) => !line.startsWith('\\')).map((line) => paint(clean(line), pc)),
  ]);
  return [pc.bold(clean(path)), ...lines].join('\n');
}

function paint(line: string, pc: Colors): string {
  if (line.startsWith('+')) return pc.green(line);
  return line.startsWith('-') ? pc.red(line) : pc.dim(line);
}
