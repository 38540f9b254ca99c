import { addAll } from '../add-all.ts';
import { advise } from '../content/advice/advise.ts';
import { applyEdits } from '../content/advice/safety/apply-edits.ts';
import { filesOf } from '../content/files-of.ts';
import type { ContentFiles } from '../content/read.ts';
import type { SourceFile } from '../content/source-file.ts';
import { validate } from '../content/validate.ts';
import type { Diagnostic, Edit } from '../diagnostics/diagnostic.ts';

/** A summary that can be mended without a person. */
export interface FixedFile {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  /** The file's text with LF at line ends, and what it should be; they have as many lines. */
  readonly before: string;
  readonly after: string;
  /** The findings that are mended, at the places where they were found. */
  readonly findings: readonly Diagnostic[];
}

/** One round may bring another: a blank is missing where a bracket got its right width. */
const MOST_ROUNDS = 10;

/**
 * Mends what is mechanical in all files that have no error. Pure.
 * @param errorsOf what is wrong with content; a file that would have one more stays as it is
 */
export function fixContent(
  content: ContentFiles,
  errorsOf: (content: ContentFiles) => readonly Diagnostic[],
): readonly FixedFile[] {
  const errors = errorsOf(content);
  const findings = new Map<string, Diagnostic[]>();
  let fixed = content;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const edits = editsFor(fixed, errors, findings);
    if (edits.size === 0) break;
    fixed = withTexts(fixed, (file) => applyEdits(file.text, edits.get(file.path) ?? []));
  }
  const broken = newlyBroken(errors, errorsOf(fixed));
  const texts = new Map(filesOf(fixed).map(({ path, text }) => [path, text]));
  return filesOf(content).flatMap(({ path, text: before }) => {
    const after = texts.get(path) ?? before;
    if (after === before || broken.has(path)) return [];
    return [{ path, before, after, findings: findings.get(path) ?? [] }];
  });
}

function editsFor(
  content: ContentFiles,
  errors: readonly Diagnostic[],
  findings: Map<string, Diagnostic[]>,
): ReadonlyMap<string, readonly Edit[]> {
  const { meetup } = validate(content, []);
  const faulty = new Set(errors.map(({ file }) => file));
  const edits = new Map<string, Edit[]>();
  for (const finding of advise({ meetup })) {
    const { file, edits: own = [] } = finding;
    if (own.length === 0 || faulty.has(file)) continue;
    addAll(listAt(edits, file), own);
    listAt(findings, file).push(finding);
  }
  return edits;
}

function listAt<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

function kindOf({ file, code }: Diagnostic): string {
  return `${code} ${file}`;
}

function newlyBroken(before: readonly Diagnostic[], after: readonly Diagnostic[]): ReadonlySet<string> {
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
