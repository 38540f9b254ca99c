import { linedText } from '../base/text.ts';
import type { Edit } from './finding.ts';

/** Applies `edits` to `text`; of two that overlap or insert at the same place, only the first. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let end = 0;
  for (const edit of placeEdits(text, edits)) {
    result += text.slice(end, edit.start) + edit.text;
    end = edit.end;
  }
  return result + text.slice(end);
}

/** A text change by offsets. */
export interface PlacedEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Sorts edits and drops those that conflict with an earlier one. */
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
