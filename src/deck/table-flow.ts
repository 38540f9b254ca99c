import { BOX } from './canvas.ts';
import type { SlideOf } from './deck.ts';
import type { Flow } from './simple-flow.ts';
import { tableRowHeights } from './table-heights.ts';
import { text } from './text.ts';

/** Every page repeats the header. */
export function tableFlow(slide: SlideOf<'table'>): Flow {
  const [header = 0, ...heights] = tableRowHeights([slide.header, ...slide.rows], BOX.width);
  return {
    heights,
    gap: 0,
    fixed: header,
    part: ({ start, end }) => ({ ...slide, rows: slide.rows.slice(start, end) }),
  };
}

export function matrixFlow(slide: SlideOf<'matrix'>): Flow {
  const names = slide.people.map(({ name }) => text(name));
  const rows = slide.rows.map(({ question, number }) => [
    text(`Q${number} ${question}`),
    ...names.map(() => text('')),
  ]);
  const [header = 0, ...heights] = tableRowHeights([[text(''), ...names], ...rows], BOX.width);
  return {
    heights,
    gap: 0,
    fixed: header,
    part: ({ start, end }) => ({ ...slide, rows: slide.rows.slice(start, end) }),
  };
}
