import {
  type CodeLens,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type InlayHint,
  SymbolKind,
} from 'vscode-languageserver';
import { plainText } from '../content/summary/markup.ts';
import type { AnySummary } from '../content/summary/statements.ts';
import type { CoverSlide, Slide } from '../deck/kinds/slides.ts';
import { fullness } from '../deck/paginate/fullness.ts';
import { frontMatterEnd } from './cursor.ts';
import { type MeetupState, summaryOf } from './open-meetup.ts';
import { partLines } from './part-lines.ts';
import { rangeOfLines } from './places.ts';
import type { SlidePlace } from './preview.ts';
import type { EditorWords } from './words.ts';

/** Slides made from one section, question or answer. */
interface SlideSpan {
  readonly deck: string;
  /** 1-based numbers of the first and the last one. */
  readonly first: number;
  readonly last: number;
  /** Number of slides in the deck. */
  readonly total: number;
  /** 1-based lines where its slides begin, in order; null for a slide without a line of its own. */
  starts(): readonly (number | null)[];
  /** How full a single slide is, 1 for completely; null for several. Measured on request. */
  full(): number | null;
}

/**
 * The slides of the part of a summary that a line belongs to, as last built without errors, and the slide that shows
 * it.
 */
export function slideAt(
  state: MeetupState,
  path: string,
  line: number,
): (Pick<SlideSpan, 'deck' | 'first' | 'last'> & { readonly slide: number }) | null {
  const spans = [...slidesByLine(state, path)].filter(([first]) => first <= line);
  const span = spans.sort(([a], [b]) => b - a)[0]?.[1];
  if (!span) return null;
  const index = span.starts().findLastIndex((start) => start !== null && start <= line);
  return { ...span, slide: span.first + Math.max(0, index) };
}

/** Where a slide begins in its summary; null if the last build does not have it. */
export function lineOfSlide(
  state: MeetupState,
  { deck: slug, slide }: SlidePlace,
): { readonly file: string; readonly line: number } | null {
  const deck = state.compilation?.decks.find((each) => each.deck.slug === slug)?.deck;
  const origin = deck && [deck.cover, ...deck.slides][slide - 1]?.origin;
  if (!origin) return null;
  const span = slidesByLine(state, origin.file).get(origin.line);
  const start = span?.deck === slug ? span.starts()[slide - span.first] : null;
  return { file: origin.file, line: start ?? origin.line };
}

/** Sections and answers, with the numbers of their slides. */
export function symbolsOf(state: MeetupState, path: string, words: EditorWords): DocumentSymbol[] {
  const summary = summaryOf(state, path);
  if (!summary) return [];
  const slides = slidesByLine(state, path);
  const lines = summary.lines;
  return partsOf(summary).map(({ title, kind, first, last }) => {
    const span = slides.get(first);
    const range = rangeOfLines(lines, { first, last: Math.max(first, last) });
    return {
      name: title === '' ? '\u2026' : title,
      detail: [span ? words.slides(span.first, span.last) : '', kind].filter(Boolean).join(' \u00b7 '),
      kind: SymbolKind.String,
      range,
      selectionRange: rangeOfLines(lines, { first, last: first }),
    };
  });
}

/** Front matter, sections and notes. */
export function foldsOf(state: MeetupState, path: string): FoldingRange[] {
  const summary = summaryOf(state, path);
  const lines = state.files.get(path)?.text.split('\n') ?? [];
  const end = frontMatterEnd(lines);
  const folds: FoldingRange[] = end > 0 ? [{ startLine: 0, endLine: end }] : [];
  const isEmpty = (line: number) => (lines[line - 1] ?? '').trim() === '';
  for (const { first, last: end } of summary ? partsOf(summary) : []) {
    let last = end;
    while (last > first && isEmpty(last)) last -= 1;
    if (last > first) folds.push({ startLine: first - 1, endLine: last - 1 });
  }
  let opened: number | null = null;
  for (const [index, line] of lines.entries()) {
    if (opened === null && line.includes('<!--')) opened = index;
    if (opened === null || !line.includes('-->')) continue;
    if (index > opened) folds.push({ startLine: opened, endLine: index, kind: FoldingRangeKind.Comment });
    opened = null;
  }
  return folds;
}

/** After each heading, its slide number; after a line that begins another slide, that slide's. */
export function hintsOf(state: MeetupState, path: string, words: EditorWords): InlayHint[] {
  const lines = state.files.get(path)?.text.split('\n') ?? [];
  const hint = (line: number, label: string): InlayHint => ({
    position: { line: line - 1, character: (lines[line - 1] ?? '').replace(/\r$/, '').length },
    label,
    paddingLeft: true,
  });
  return [...slidesByLine(state, path)].flatMap(([line, span]) => {
    const whole = [words.slidesOf(span.first, span.last, span.total), ...fullOf(span, words)];
    const isHeaded = /^#{1,6}\s/.test(lines[line - 1] ?? '');
    const parts = span.starts().flatMap((start, index) => {
      if (start === null || index === 0) return [];
      return [hint(start, words.partsHere(span.first + index))];
    });
    return [...(isHeaded ? [hint(line, whole.join(words.comma))] : []), ...parts];
  });
}

/** Above each heading, a command to show its slide. */
export function lensesOf(
  state: MeetupState,
  uri: string,
  path: string,
  words: EditorWords,
  command: string,
): CodeLens[] {
  return [...slidesByLine(state, path)].map(([line, { first, last, total }]) => ({
    range: rangeOfLines([], { first: line, last: line }),
    command: {
      title: `${words.slidesOf(first, last, total)} \u00b7 ${words.show}`,
      command,
      arguments: [uri, line - 1],
    },
  }));
}

/** By the 1-based source line of the slides. */
function slidesByLine(state: MeetupState, path: string): ReadonlyMap<number, SlideSpan> {
  const { fonts, decks = [] } = state.compilation ?? {};
  const summary = summaryOf(state, path);
  const spans = new Map<number, SlideSpan>();
  for (const { deck } of decks) {
    const all: readonly (Slide | CoverSlide)[] = [deck.cover, ...deck.slides];
    for (const [index, slide] of all.entries()) {
      const { file, line } = slide.origin;
      if (file !== path) continue;
      const no = index + 1;
      const known = spans.get(line);
      // Slides of other decks may show the same content, such as questions that a speaker answered.
      if (known && (known.deck !== deck.slug || known.last !== no - 1)) continue;
      const first = known?.first ?? no;
      spans.set(line, {
        deck: deck.slug,
        first,
        last: no,
        total: all.length,
        starts: () => (summary ? partLines(all.slice(first - 1, no), summary, line) : []),
        full: () => (known || !fonts ? null : fullness(slide, deck, fonts)),
      });
    }
  }
  return spans;
}

/** Emptier slides get no hint. */
const WORTH_SAYING = 0.5;

function fullOf(span: SlideSpan, words: EditorWords): readonly string[] {
  const full = span.full();
  return full === null || full < WORTH_SAYING ? [] : [words.full(Math.round(full * 100))];
}

function partsOf(summary: AnySummary) {
  return 'sections' in summary
    ? summary.sections.map(({ title, shape, lines }) => ({
        title: plainText(title.inlines),
        kind: shape.kind as string,
        ...lines,
      }))
    : summary.answers.map(({ respondent, lines }) => ({ title: respondent.typed, kind: '', ...lines }));
}
