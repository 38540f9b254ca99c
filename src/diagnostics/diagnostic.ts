import type { GlyphProblem } from '../fonts/glyph-problem.ts';
import type { Spot } from '../spot.ts';

/**
 * What can be wrong with content, and the facts that the wording of each finding needs.
 * A finding is a code and its arguments; the words are in message.ts.
 */
export interface FindingArgs {
  'file-missing': { readonly name: string };
  /** `others`: how many more there are that no finding names. */
  'file-ignored': { readonly path: string; readonly others: number };
  'no-talks': { readonly folder: string };
  'file-refused': { readonly because: 'link' | 'broken-link' | 'no-file' };
  'file-too-large': {
    readonly part: 'file' | 'front matter';
    readonly bytes: number;
    readonly limit: number;
  };
  'invalid-utf8': { readonly offset: number };
  'invalid-file-name': { readonly slug: string };
  'front-matter-missing': Record<never, never>;
  'front-matter-unclosed': Record<never, never>;
  'front-matter-language': { readonly language: string };
  'yaml-syntax': { readonly reason: string };
  /** `title:foo`, or the colon of a Chinese keyboard. */
  'yaml-colon': { readonly key: string };
  'yaml-stray': Record<never, never>;
  'yaml-unquoted': { readonly text: string };
  'yaml-quote': Record<never, never>;
  'yaml-indent': Record<never, never>;
  'yaml-comment': { readonly text: string };
  'yaml-tab': Record<never, never>;
  'duplicate-key': { readonly key: string };
  'unknown-key': {
    readonly key: string;
    readonly suggestion: string | null;
    readonly known: readonly string[];
  };
  'missing-field': { readonly field: string; readonly example: string };
  'empty-field': { readonly field: string };
  'wrong-type': { readonly field: string; readonly expected: string; readonly found: string };
  'invalid-date': { readonly field: string; readonly value: string };
  'invalid-lang': { readonly value: string };
  'wrong-choice': {
    readonly field: string;
    readonly value: string;
    readonly suggestion: string | null;
    readonly known: readonly string[];
  };
  'invalid-color': { readonly field: string; readonly value: string };
  'low-contrast': {
    readonly field: string;
    readonly color: string;
    readonly paper: string;
    /** As WCAG 2 counts it, rounded down to a tenth. */
    readonly ratio: number;
    readonly needed: number;
    readonly better: 'darker' | 'lighter' | 'other paper';
  };
  'font-unusable': { readonly src: string; readonly reason: string };
  'missing-glyph': {
    /** The first of them, where a script has no font. */
    readonly char: string;
    readonly problem: GlyphProblem;
    readonly count: number;
  };
  'unknown-person': {
    readonly name: string;
    readonly suggestion: string | null;
    readonly known: readonly string[];
  };
  'duplicate-slug': { readonly slug: string; readonly other: string };
  'duplicate-speaker': { readonly name: string; readonly other: string };
  'empty-body': { readonly expected: string };
  'text-before-section': { readonly expected: string };
  'heading-level': { readonly level: number; readonly expected: number };
  'empty-heading': Record<never, never>;
  'empty-section': { readonly title: string };
  'unknown-kind': {
    readonly kind: string;
    readonly suggestion: string | null;
    readonly known: readonly string[];
  };
  'kind-mismatch': { readonly kind: string; readonly needs: string; readonly found: string };
  'unknown-option': { readonly kind: string; readonly option: string };
  'log-of-zero': { readonly text: string };
  'marker-misplaced': { readonly kind: string };
  'sections-unshown': { readonly count: number };
  'not-a-number': { readonly text: string };
  'unclosed-comment': Record<never, never>;
  'unclosed-fence': Record<never, never>;
  'markup-malformed': { readonly text: string; readonly meant: MeantMarkup };
  'html-as-text': { readonly text: string };
  /** `text` is the first cell that has no column. */
  'extra-cells': { readonly cells: number; readonly columns: number; readonly text: string };
  'image-missing': { readonly src: string };
  'image-unreadable': { readonly src: string; readonly reason: string };
  'image-outside': { readonly src: string };
  'image-remote': { readonly src: string };
  'link-not-allowed': { readonly href: string };
  'link-target-missing': { readonly href: string; readonly suggestion: string | null };
  'citation-malformed': { readonly text: string };
  'citation-misplaced': { readonly text: string; readonly field: string };
  'citation-reversed': { readonly text: string };
  /** `lines` is null where there is no transcript. */
  'citation-outside': { readonly text: string; readonly lines: number | null };
  'unsupported-number': { readonly text: string; readonly citation: string };
  'unsupported-name': { readonly text: string; readonly citation: string };
  'transcript-unreadable': { readonly source: string; readonly reason: string };
  'citations-unchecked': { readonly source: string; readonly count: number };
  /** `problem` as the print engine tells them apart. */
  'slide-failed': SlideArgs & { readonly problem: string };
  /** In lines, in the smallest type. */
  'text-too-long': { readonly what: UnbreakableText; readonly lines: number; readonly most: number };
  'theme-request': { readonly url: string };
  'slide-overflow': SlideArgs;
  'slide-overlap': SlideArgs;
  'slide-small-text': SlideArgs & { readonly inDiagram: boolean };
  'slide-contrast': SlideArgs;
  'image-upscaled': SlideArgs;
  'slide-flattened': SlideArgs;
  /** `below`: points under points, which `count` has too. */
  'too-many-points': { readonly count: number; readonly most: number; readonly below: number };
  /** In lines of the largest type. */
  'long-point': { readonly lines: number; readonly most: number };
  'no-takeaway': { readonly kind: string };
  'no-figures': Record<never, never>;
  'no-citation': { readonly source: string };
  'inconsistent-name': {
    readonly text: string;
    readonly right: string;
    readonly known: NameSource;
    /** Where the right writing stands, as `file:line`; null for the glossary. */
    readonly place: string | null;
  };
  /** Of several in one text the first, and how many there are. */
  'mixed-punctuation': {
    readonly text: string;
    readonly right: string;
    readonly count: number;
    /** The width of what is wrong. */
    readonly wrong: 'half' | 'full';
  };
  'missing-space': { readonly text: string; readonly right: string; readonly count: number };
  'extra-space': { readonly text: string; readonly right: string; readonly count: number };
  'answer-by-unasked': { readonly name: string; readonly asked: readonly string[] };
  'unanswered-question': { readonly asked: readonly string[] };
  'differing-number': { readonly text: string; readonly other: string; readonly place: string };
  'missing-alt': { readonly src: string };
  /** Where the other one stands, as `file:line`. */
  'duplicate-title': { readonly title: string; readonly place: string };
}

/** How it is known which writing of a name is right. */
export type NameSource = 'glossary' | 'front matter' | 'frequency';

/** What was seen on a slide in a browser. */
export interface SlideArgs {
  readonly deck: string;
  /** 1-based. */
  readonly slide: number;
  readonly detail: string;
  /** Of the slide, relative to the root with forward slashes; null where none could be taken. */
  readonly picture: string | null;
}

/** Text that stays on one slide. */
export type UnbreakableText = 'heading' | 'title' | 'takeaway' | 'question' | 'closing' | 'speaker' | 'part';

/** What somebody may have meant by text that is almost Markdown. */
export type MeantMarkup =
  | 'heading'
  | 'list'
  | 'numbered list'
  | 'quote'
  | 'table'
  | 'code fence'
  | 'comment'
  | 'image'
  | 'bold text'
  | 'kind';

export type FindingCode = keyof FindingArgs;
export type Finding = {
  [C in FindingCode]: { readonly code: C; readonly args: FindingArgs[C] };
}[FindingCode];

/** Errors stop a build; the others do not. Advice is about what makes a good summary. */
export type Severity = 'error' | 'warning' | 'note' | 'advice';

/** A change of a file; it goes over no line end. */
export interface Edit {
  /** What is replaced; nothing where its length is 0. */
  readonly at: Spot;
  readonly text: string;
}

export type Diagnostic = Finding & {
  readonly severity: Severity;
  /** Relative to the root, with forward slashes. */
  readonly file: string;
  readonly at: Spot;
  /** What mends it, where that is mechanical. */
  readonly edits?: readonly Edit[];
};

/** The value is null where the findings leave nothing to go on with. */
export interface Result<T> {
  readonly value: T | null;
  readonly diagnostics: readonly Diagnostic[];
}

export const FILE_START: Spot = { line: 1, column: 1, length: 0 };

/** A diagnostic that stops the build. */
export function error<C extends FindingCode>(
  file: string,
  at: Spot,
  code: C,
  args: FindingArgs[C],
): Diagnostic {
  return { code, args, severity: 'error', file, at } as Diagnostic;
}

/** A diagnostic that does not stop the build. */
export function warning<C extends FindingCode>(
  file: string,
  at: Spot,
  code: C,
  args: FindingArgs[C],
): Diagnostic {
  return { code, args, severity: 'warning', file, at } as Diagnostic;
}

/** A diagnostic that only informs. */
export function note<C extends FindingCode>(
  file: string,
  at: Spot,
  code: C,
  args: FindingArgs[C],
): Diagnostic {
  return { code, args, severity: 'note', file, at } as Diagnostic;
}

/** A diagnostic that says how the summary could be better. */
export function advice<C extends FindingCode>(
  file: string,
  at: Spot,
  code: C,
  args: FindingArgs[C],
  edits: readonly Edit[] = [],
): Diagnostic {
  const found = { code, args, severity: 'advice', file, at } as Diagnostic;
  return edits.length === 0 ? found : { ...found, edits };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** By file, place and code, advice last, so that the same content gives the same report. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      Number(a.severity === 'advice') - Number(b.severity === 'advice') ||
      compare(a.file, b.file) ||
      a.at.line - b.at.line ||
      a.at.column - b.at.column ||
      compare(a.code, b.code),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
