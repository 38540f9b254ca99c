/** A file's text with the offsets of its lines. */
export interface LinedText {
  readonly text: string;
  /** Index 0 is line 1. */
  readonly starts: readonly number[];
}

export function linedText(text: string): LinedText {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return { text, starts };
}
