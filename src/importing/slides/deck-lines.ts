/** A line of a deck in another tool's Markdown. */
export interface DeckLine {
  /** In the file, 1-based. */
  readonly number: number;
  readonly text: string;
  /** Whether it is code, or a fence around it: nothing in it is markup. */
  readonly isCode: boolean;
}

/** Part of a deck for which a summary has no place. */
export interface LeftOut {
  readonly line: number;
  /** As in the deck, on one line. */
  readonly text: string;
  readonly because: Because;
}

/** Why something was left out, for reports. */
export type Because =
  | 'look'
  | 'animation'
  | 'component'
  | 'place'
  | 'included'
  | 'picture-missing'
  | 'picture-remote'
  | 'picture-outside'
  | 'picture-unusable';

/** The lines of a deck, with code marked. */
export function deckLines(text: string): readonly DeckLine[] {
  let fence: string | null = null;
  return text.split(/\r\n?|\n/).map((line, index) => {
    const [, signs = '', info = ''] = /^\s{0,9}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    const isFence = signs !== '' && (fence === null || (info.trim() === '' && closes(fence, signs)));
    const isCode = fence !== null || isFence;
    if (isFence) fence = fence === null ? signs : null;
    return { number: index + 1, text: line, isCode };
  });
}

function closes(opening: string, signs: string): boolean {
  return signs[0] === opening[0] && signs.length >= opening.length;
}

/** Level and text of a heading; null for other lines. */
export function headingOf({
  text,
  isCode,
}: DeckLine): { readonly level: number; readonly words: string } | null {
  const [, signs = '', words = ''] = (!isCode && /^\s{0,3}(#{1,6})\s+(\S.*)$/.exec(text)) || [];
  return signs === '' ? null : { level: signs.length, words: words.replace(/\s+#+\s*$/, '').trim() };
}

export function isBlankLine({ text, isCode }: DeckLine): boolean {
  return !isCode && text.trim() === '';
}
