import { expect, test } from 'vitest';
import type { Font } from '../../../src/base/fonts/read-font.ts';
import { cellWidth, tableHeights } from '../../../src/deck/flow/break-table.ts';
import type { Text } from '../../../src/deck/slide.ts';
import { pageOf } from '../../../src/deck/typeset/page.ts';
import { LOOK, NO_FONTS } from '../plain-look.ts';

const WIDE: Font = { name: 'Wide', advance: () => 2_000 };

test('a cell is measured again where the font or the language has changed, as it does under dev', () => {
  const cell: Text = [{ type: 'text', text: '\u2018one\u2019' }];
  const width = (lang: string, fonts = NO_FONTS) =>
    cellWidth(cell, false, pageOf({ lang, look: LOOK }, fonts));
  const english = width('en').most;
  expect(width('zh-CN').most).toBeGreaterThan(english);
  expect(width('en', { ...NO_FONTS, regular: WIDE }).most).toBeGreaterThan(2 * english);
  expect(width('en').most).toBe(english);
});

test('at the edge of a slide the ground of code has room where a line ends', () => {
  const page = pageOf({ lang: 'en', look: LOOK }, NO_FONTS);
  const cell: Text = [
    { type: 'text', text: 'what the keeper of the shelf calls ' },
    { type: 'code', text: 'shelf' },
  ];
  const other: Text = [{ type: 'text', text: 'a' }];
  const { most } = cellWidth(cell, false, page);
  const lines = (rows: readonly (readonly Text[])[], width: number) =>
    ((tableHeights(rows, width, page)[1] ?? 0) - 17) / page.scale.small.lineHeight;
  const shelf = [[other], [cell]];
  expect([lines(shelf, most + 2), lines(shelf, most + 6)]).toEqual([2, 1]);
  const plain: Text = [{ type: 'text', text: 'what the keeper of the shelf calls shelf' }];
  expect(lines([[other], [plain]], cellWidth(plain, false, page).most + 2)).toBe(1);
});
