import type { SheetLayout } from './show-sheets.ts';

/** The deck's title, then of each slide its number, title and notes. Runs in the browser. */
export const layOutNotes: SheetLayout = (slides, { title, author }, create) => [
  create('h1', '', title),
  ...(author === '' ? [] : [create('p', 'sheet-author', author)]),
  ...slides.map(({ number, title, note }) =>
    create('section', note ? 'sheet-slide' : 'sheet-slide sheet-bare', [
      create('h2', '', [create('span', '', String(number)), create('span', '', title)]),
      ...(note ? [note] : []),
    ]),
  ),
];
