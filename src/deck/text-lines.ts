import type { Text } from './deck.ts';
import { type LineGlyphs, runGlyphs } from './run-glyphs.ts';
import { type TextType, textRuns } from './text-runs.ts';
import type { Page } from './typeset/page.ts';

/** A line that the author began, as glyphs. */
export interface TextLine {
  readonly glyphs: LineGlyphs;
  /** The em that the glyphs' advances are thousandths of, in pixels. */
  readonly em: number;
}

interface Known {
  readonly type: TextType;
  readonly page: Page;
  readonly lines: readonly TextLine[];
}

/** What a text was set in last: a table sets its cells again and again, with columns of other widths. */
const known = new WeakMap<Text, Known>();

/** The lines of a text before they are broken. */
export function textLines(text: Text, type: TextType, page: Page): readonly TextLine[] {
  const last = known.get(text);
  if (last && last.page === page && isSame(last.type, type)) return last.lines;
  const lines = textRuns(text, type, page).map((runs) => ({
    glyphs: runGlyphs(runs),
    em: runs[0]?.style.size ?? type.size,
  }));
  known.set(text, { type, page, lines });
  return lines;
}

function isSame(a: TextType, b: TextType): boolean {
  return a.size === b.size && a.bold === b.bold && a.tabular === b.tabular && a.lineHeight === b.lineHeight;
}
