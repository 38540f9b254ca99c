import { addAll } from '../add-all.ts';
import { advise } from '../content/advice/advise.ts';
import { applyEdits } from '../content/advice/safety/apply-edits.ts';
import { filesOf } from '../content/files-of.ts';
import type { ContentFiles } from '../content/read.ts';
import type { SourceFile } from '../content/source-file.ts';
import { validate } from '../content/validate.ts';
import { type Finding, groupByFile } from '../findings/finding.ts';

/** A summary that can be mended without a person. */
export interface FixedFile {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  /** The file's text with LF at line ends, and what it should be; they have as many lines. */
  readonly before: string;
  readonly after: string;
  /** The findings that are mended, at the places where they were found. */
  readonly findings: readonly Finding[];
}

/** One round may bring another: a blank is missing where a bracket got its right width. */
const MOST_ROUNDS = 10;

/**
 * Mends what is mechanical in all files that have no error. Pure.
 * @param errorsOf what is wrong with content; a file that would have one more stays as it is
 */
export function fixContent(
  content: ContentFiles,
  errorsOf: (content: ContentFiles) => readonly Finding[],
): readonly FixedFile[] {
  const errors = errorsOf(content);
  const faulty = new Set(errors.map(({ file }) => file));
  const mended: Finding[] = [];
  let fixed = content;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const found = mendable(fixed).filter(({ file }) => !faulty.has(file));
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
    if (after === before || broken.has(path)) return [];
    return [{ path, before, after, findings: byFile.get(path) ?? [] }];
  });
}

/** Advice that brings edits. */
function mendable(content: ContentFiles): readonly Finding[] {
  return advise({ meetup: validate(content).meetup }).filter(({ edits = [] }) => edits.length > 0);
}

function kindOf({ file, code }: Finding): string {
  return `${code} ${file}`;
}

function newlyBroken(before: readonly Finding[], after: readonly Finding[]): ReadonlySet<string> {
  /** How many of each kind there may be. */
  const left = new Map<string, number>();
  for (const each of before) left.set(kindOf(each), (left.get(kindOf(each)) ?? 0) + 1);
  const more = after.filter((each) => {
    const count = left.get(kindOf(each)) ?? 0;
    left.set(kindOf(each), count - 1);
    return count <= 0;
  });
  return new Set(more.map(({ file }) => file));
}

function withTexts(content: ContentFiles, textOf: (file: SourceFile) => string): ContentFiles {
  const renew = (file: SourceFile): SourceFile => ({ ...file, text: textOf(file) });
  return {
    ...content,
    event: content.event && renew(content.event),
    talks: content.talks.map(renew),
    exchanges: content.exchanges.map(renew),
  };
}
