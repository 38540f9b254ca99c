/** A line of a summary at whose end words can stand, as people edit it. */
export interface EditPlace {
  /** Relative to the root. */
  readonly path: string;
  /** 0-based. */
  readonly line: number;
}

/** A point, before what it cites. */
const POINT = /^(- (?!\*\*).*?)( \[L[\d, L-]+\])?$/;

/** Every point of a summary. @param text with front matter, whose lists are none */
export function editPlaces(path: string, text: string): readonly EditPlace[] {
  const lines = text.split('\n');
  const body = lines.indexOf('---', 1);
  return lines.flatMap((each, line) => (line > body && POINT.test(each) ? [{ path, line }] : []));
}

/** The text with words at the end of that line, before what it cites. */
export function withWords(text: string, { line }: EditPlace, words: string): string {
  const lines = text.split('\n');
  lines[line] = (lines[line] ?? '').replace(
    POINT,
    (_, point, citation = '') => `${point}${words}${citation}`,
  );
  return lines.join('\n');
}
