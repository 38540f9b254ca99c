/** A line of a summary that can be extended with words, as in an edit. */
export interface EditPlace {
  /** Relative to the root. */
  readonly path: string;
  /** 0-based. */
  readonly line: number;
}

/** A list item, without its citation. */
const POINT = /^(- (?!\*\*).*?)( \[L[\d, L-]+\])?$/;

/**
 * Every list item in a summary.
 * @param text including the front matter, whose lists do not count
 */
export function editPlaces(path: string, text: string): readonly EditPlace[] {
  const lines = text.split('\n');
  const body = lines.indexOf('---', 1);
  return lines.flatMap((each, line) => (line > body && POINT.test(each) ? [{ path, line }] : []));
}

/** Appends words to that line, before its citation. */
export function withWords(text: string, { line }: EditPlace, words: string): string {
  const lines = text.split('\n');
  lines[line] = (lines[line] ?? '').replace(
    POINT,
    (_, point, citation = '') => `${point}${words}${citation}`,
  );
  return lines.join('\n');
}
