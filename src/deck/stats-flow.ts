import type { SlideOf, Stat } from './deck.ts';
import type { Breakable } from './flow/breakable.ts';
import { sum } from './sum.ts';
import type { TextType } from './text-runs.ts';
import { textWidth } from './text-width.ts';
import { SCALES, STATS } from './typeset/canvas.ts';
import type { Page } from './typeset/page.ts';
import { countTextLines, textHeight } from './typeset/size.ts';

const SMALLEST = SCALES[2].statValue;
/** Of three figures in a row, in pixels. */
const LEAST_WIDTH = 176;

/** Figures side by side, in rows; a figure stays on one line as long as smaller type helps. */
export function statsFlow(slide: SlideOf<'stats'>, page: Page): Breakable<SlideOf<'stats'>> {
  const { stats } = slide;
  return {
    pieces: stats.length,
    height: (start, end) => gridHeight(stats.slice(start, end), page),
    breakCost: () => 0,
    cut: (start, end) => ({ ...slide, stats: stats.slice(start, end) }),
  };
}

function gridHeight(stats: readonly Stat[], page: Page): number {
  const columns = columnsOf(stats.length);
  const room = page.box.width - STATS.columnGap * (columns - 1);
  const even = Array.from({ length: columns }, () => room / columns);
  const type = { ...page.scale.statValue, tabular: true };
  const widths = stats.length === columns && columns === 3 ? uneven(stats, type, room, page) : even;
  let height = -STATS.rowGap;
  for (let start = 0; start < stats.length; start += columns) {
    const row = stats.slice(start, start + columns);
    const heights = row.map((stat, column) => statHeight(stat, type, widths[column] ?? 0, page));
    height += STATS.rowGap + Math.max(...heights);
  }
  return height;
}

/** Two to a row where there are one, two or four, else three. */
function columnsOf(count: number): number {
  return count <= 2 || count === 4 ? 2 : 3;
}

/** Three in one row: a long figure takes what a short one leaves. */
function uneven(stats: readonly Stat[], type: TextType, room: number, page: Page): readonly number[] {
  const wanted = stats.map(({ value }) => textWidth(value, type, page).most);
  const widths = wanted.map(() => LEAST_WIDTH);
  let rest = room - sum(widths);
  // As browsers grow grid tracks: all alike, each up to what it wants; what is left goes to all.
  for (;;) {
    const open = wanted.flatMap((want, column) => (want > (widths[column] ?? 0) ? [column] : []));
    if (open.length === 0 || rest <= 0) break;
    const gaps = open.map((column) => (wanted[column] ?? 0) - (widths[column] ?? 0));
    const step = Math.min(rest / open.length, ...gaps);
    for (const column of open) widths[column] = (widths[column] ?? 0) + step;
    rest -= step * open.length;
  }
  return widths.map((width) => width + Math.max(0, rest) / widths.length);
}

function statHeight({ value, label }: Stat, type: TextType, width: number, page: Page): number {
  const lines = countTextLines(value, type, width, page);
  const helps = lines > 1 && countTextLines(value, { ...type, size: SMALLEST.size }, width, page) === 1;
  if (helps) return Number.POSITIVE_INFINITY;
  return STATS.valueRoom + lines * type.lineHeight + textHeight(label, page.scale.body, width, page);
}
