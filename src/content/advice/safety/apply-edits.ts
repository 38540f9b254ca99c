import type { Edit } from '../../../findings/finding.ts';
import { linedText } from '../passages/lined-text.ts';

/** A change of a text, by offset. */
export interface PlacedEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `text` with `edits`; of two that overlap, or go in at one place, the first is applied. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let end = 0;
  for (const edit of placeEdits(text, edits)) {
    result += text.slice(end, edit.start) + edit.text;
    end = edit.end;
  }
  return result + text.slice(end);
}

/** Edits in the order of the text, without those that cannot be applied together with one before. */
export function placeEdits(text: string, edits: readonly Edit[]): readonly PlacedEdit[] {
  const { starts } = linedText(text);
  const placed = edits
    .map(({ at, text: given }) => {
      const start = (starts[at.line - 1] ?? text.length) + at.column - 1;
      return { start, end: start + at.length, text: given };
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const kept: PlacedEdit[] = [];
  for (const edit of placed) {
    const last = kept.at(-1);
    const isSame = last?.start === edit.start && last.end === edit.end;
    if (!last || (edit.start >= last.end && !isSame)) kept.push(edit);
  }
  return kept;
}
