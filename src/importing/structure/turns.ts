import type { Piece } from '../formats/format.ts';
import { kindOfLabel, type LabelKind } from '../labels.ts';
import type { LineRange } from '../meeting.ts';

/** A part of the transcript under a heading. */
export interface Part {
  readonly title: string;
  readonly line: number;
  readonly level: number;
  /** Whether it is only a number such as `01`, which separates without saying anything. */
  readonly isNumber: boolean;
  readonly isQuestions: boolean;
}

/** What one speaker says, up to another speaker or a heading. */
export interface Turn {
  /** As in the transcript. */
  readonly label: string | null;
  /** Null without a label, and for an aside. */
  readonly kind: LabelKind | null;
  readonly isAside: boolean;
  readonly part: Part | null;
  /** In order. */
  readonly paragraphs: readonly Paragraph[];
  /** Number of Chinese characters, plus 1.6 per word of other scripts. */
  readonly size: number;
  readonly range: LineRange;
}

export interface Paragraph {
  readonly line: number;
  readonly text: string;
}

const QUESTIONS = /问答|Q\s*&\s*A|Q\s?and\s?A|提问|圆桌|讨论环节|互动|对话|Panel|Discussion|Questions?$|AMA/i;
/** Lines that divide a transcript without being marked as headings. */
const BARE_HEADING =
  /^(?:问答环节|Q&A|QA环节|圆桌(?:讨论|论坛|对话|交流)?|提问环节|互动(?:环节|问答)|自由问答|Part\s*\d+|0?\d{1,2})$/i;
const NUMBER = /^0?\d{1,2}$/;

/** @returns turns with at least one paragraph, in order, and all parts */
export function findTurns(pieces: readonly Piece[]): {
  readonly turns: readonly Turn[];
  readonly parts: readonly Part[];
} {
  const parts: Part[] = [];
  const turns: Turn[] = [];
  let open: { label: string | null; isAside: boolean; paragraphs: Paragraph[] } | null = null;
  let part: Part | null = null;
  const close = () => {
    if (open && open.paragraphs.length > 0) turns.push(turnOf(open, part));
    open = null;
  };
  for (const { line: number, text, label, kind, level } of pieces) {
    const line = number ?? 0;
    if (kind === 'heading' || (kind === 'speech' && label === null && isBareHeading(text))) {
      close();
      const isNumber = NUMBER.test(bareText(text));
      part = { title: text, line, level: level ?? 2, isNumber, isQuestions: QUESTIONS.test(text) };
      parts.push(part);
    } else if (kind === 'aside') {
      close();
      turns.push(turnOf({ label: null, isAside: true, paragraphs: [{ line, text }] }, part));
    } else if (kind === 'speech' || kind === 'label') {
      if (label !== null) close();
      open ??= { label, isAside: false, paragraphs: [] };
      if (text !== '') open.paragraphs.push({ line, text });
    }
  }
  close();
  return { turns, parts };
}

function turnOf(
  {
    label,
    isAside,
    paragraphs,
  }: { label: string | null; isAside: boolean; paragraphs: readonly Paragraph[] },
  part: Part | null,
): Turn {
  return {
    label,
    kind: label === null ? null : kindOfLabel(label),
    isAside,
    part,
    // Copied, because an array grown by push has spare room for 16 more, which each turn of two words would keep.
    paragraphs: paragraphs.slice(),
    size: paragraphs.reduce((sum, { text }) => sum + sizeOf(text), 0),
    range: rangeOf(paragraphs),
  };
}

/** @param paragraphs at least one */
export function rangeOf(paragraphs: readonly Paragraph[]): LineRange {
  return { first: paragraphs[0]?.line ?? 0, last: paragraphs.at(-1)?.line ?? 0 };
}

function bareText(text: string): string {
  return text.length > 40 ? text : text.replaceAll(/[\s*_#]/g, '');
}

export function isBareHeading(text: string): boolean {
  return text.length <= 40 && BARE_HEADING.test(bareText(text));
}

/** Only the beginning and the end of longer turns are examined. */
const LONGEST_TEXT = 20_000;

/** The text of a turn, one line per paragraph. */
export function textOf({ paragraphs }: Turn): string {
  const text =
    paragraphs.length > 400
      ? [...paragraphs.slice(0, 200), ...paragraphs.slice(-200)].map((paragraph) => paragraph.text).join('\n')
      : paragraphs.map((paragraph) => paragraph.text).join('\n');
  return text.length <= LONGEST_TEXT
    ? text
    : `${text.slice(0, LONGEST_TEXT / 2)}\n${text.slice(-LONGEST_TEXT / 2)}`;
}

const HAN = /\p{Script=Han}/gu;
const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}'’]+/gu;
const WORD_SIZE = 1.6;

/** Amount of speech: a word of another script takes as long as 1.6 Chinese characters. */
export function sizeOf(text: string): number {
  return count(text, HAN) + count(text, WORD) * WORD_SIZE;
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}
