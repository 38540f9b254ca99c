import type { SheetLayout } from './show-sheets.ts';

/** A row for each slide: its number, the slide in a frame, its notes. Runs in the browser. */
export const layOutHandout: SheetLayout = (slides, _, create) =>
  slides.map(({ number, container, note }) =>
    create('section', 'sheet-row', [
      create('p', 'sheet-number', String(number)),
      create('div', 'sheet-frame', [container]),
      ...(note ? [note] : []),
    ]),
  );
