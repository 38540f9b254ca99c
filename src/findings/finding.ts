import { type CliError, inWordsOf, type Wording } from '../base/errors.ts';
import { Scoped } from '../base/scoped.ts';
import type { Spot } from '../base/text.ts';
import { ADVICE_FINDINGS } from './messages/advice-messages.ts';
import { CITATION_FINDINGS } from './messages/citation-messages.ts';
import { FILE_FINDINGS } from './messages/file-messages.ts';
import { FOREIGN_FINDINGS } from './messages/foreign-messages.ts';
import { FRONT_MATTER_FINDINGS } from './messages/front-matter-messages.ts';
import { MARKUP_FINDINGS } from './messages/markup-messages.ts';
import type { Message, Severity, WordsOf } from './messages/message.ts';
import { PICTURE_FINDINGS } from './messages/picture-messages.ts';
import { SLIDE_FINDINGS } from './messages/slide-messages.ts';
import { YAML_FINDINGS } from './messages/yaml-messages.ts';

/** Everything that can be wrong with content: severity and message by code. */
export const FINDINGS = {
  ...FILE_FINDINGS,
  ...YAML_FINDINGS,
  ...FRONT_MATTER_FINDINGS,
  ...MARKUP_FINDINGS,
  ...PICTURE_FINDINGS,
  ...FOREIGN_FINDINGS,
  ...CITATION_FINDINGS,
  ...SLIDE_FINDINGS,
  ...ADVICE_FINDINGS,
};

export type FindingCode = keyof typeof FINDINGS;

/** The wording of findings and reports in a language other than English. */
export interface Language {
  readonly findings: WordsOf<typeof FINDINGS>;
  /** CliErrors, by their English template. */
  readonly errors: Readonly<Record<string, string>>;
  readonly report: ReportWords;
}

/** The wording of a report around its findings. */
export interface ReportWords {
  /** Its language, for HTML. */
  readonly lang: string;
  readonly why: string;
  readonly fix: string;
  readonly picture: string;
  readonly more: string;
}

const ENGLISH_REPORT: ReportWords = {
  lang: 'en',
  why: 'why',
  fix: 'fix',
  picture: 'picture:',
  more: 'talkdeck explain CODE says more.',
};

/** The facts in the message of each finding. */
export type FindingArgs = {
  readonly [C in FindingCode]: Parameters<(typeof FINDINGS)[C]['say']> extends [infer Args]
    ? Readonly<Args>
    : Readonly<Record<never, never>>;
};

/** A problem at a position in the content: a code with arguments; the message comes from the table. */
export type Finding = {
  [C in FindingCode]: { readonly code: C; readonly args: FindingArgs[C] };
}[FindingCode] & {
  readonly severity: Severity;
  /** Relative to the root, with forward slashes. */
  readonly file: string;
  readonly at: Spot;
  /** Edits that fix it, if it can be fixed mechanically. */
  readonly edits?: readonly Edit[];
};

/** A change of a file within one line. */
export interface Edit {
  /** The replaced text; empty for an insertion. */
  readonly at: Spot;
  readonly text: string;
}

/** The result of a stage, with its findings. */
export interface Result<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}

export const FILE_START: Spot = { line: 1, column: 1, length: 0 };

/** The rules of advice in order of application; event.md turns them off by these names. */
export const ADVICE_NAMES = Object.keys(ADVICE_FINDINGS) as readonly AdviceName[];
export type AdviceName = keyof typeof ADVICE_FINDINGS;

export function finding<C extends FindingCode>(
  file: string,
  at: Spot,
  code: C,
  args: FindingArgs[C],
  edits: readonly Edit[] = [],
): Finding {
  const found = { code, args, severity: FINDINGS[code].severity, file, at } as Finding;
  return edits.length === 0 ? found : { ...found, edits };
}

const spoken = new Scoped<Language | null>(null);

/**
 * Runs `run` with findings in a language, including everything that it calls and waits for; null for English. Scoped,
 * so that commands in two languages can run in one process.
 * @param alone see `Scoped.run`
 */
export function inLanguage<T>(language: Language | null, run: () => T, alone = false): T {
  return spoken.run(language, run, alone);
}

/** The message of a finding: in English, unless called within `inLanguage`. */
export function toMessage({ code, args }: Pick<Finding, 'code' | 'args'>): Message {
  const say = spoken.get()?.findings[code] as ((args: unknown) => Message) | undefined;
  return say ? say(args) : FINDINGS[code].say(args as never);
}

/** Message and hint of an error, in the language of `toMessage`. */
export function errorInWords({ worded: { message, hint } }: CliError): {
  readonly message: string;
  readonly hint: string | null;
} {
  return { message: inSpoken(message), hint: hint && inSpoken(hint) };
}

/** A text in the language of `toMessage`. */
export function inSpoken(text: Wording): string {
  return inWordsOf(spoken.get()?.errors ?? {}, text);
}

export function reportWords(): ReportWords {
  return spoken.get()?.report ?? ENGLISH_REPORT;
}

export function hasErrors(findings: readonly Pick<Finding, 'severity'>[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

/** Sorts by file, position and code, with advice last, so that reports are deterministic. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) =>
      Number(a.severity === 'advice') - Number(b.severity === 'advice') ||
      compare(a.file, b.file) ||
      a.at.line - b.at.line ||
      a.at.column - b.at.column ||
      compare(a.code, b.code),
  );
}

export function groupByFile(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const one of findings) {
    const group = groups.get(one.file);
    if (group) group.push(one);
    else groups.set(one.file, [one]);
  }
  return groups;
}

/** Joins several results in order. */
export function joinResults<T>(results: readonly Result<T>[]): Result<readonly T[]> {
  return { value: results.map(({ value }) => value), findings: results.flatMap(({ findings }) => findings) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
