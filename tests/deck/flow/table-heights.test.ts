import { expect, test } from 'vitest';
import type { Font } from '../../../src/base/fonts/read-font.ts';
import { cellWidth } from '../../../src/deck/flow/break-table.ts';
import type { Text } from '../../../src/deck/slide.ts';
import { pagesOf } from '../../../src/deck/typeset/page.ts';
import { LOOK, NO_FONTS } from '../plain-look.ts';

const WIDE: Font = { name: 'Wide', advance: () => 2_000 };

test('a cell is measured again where the font or the language has changed, as it does under dev', () => {
  const cell: Text = [{ type: 'text', text: '\u2018one\u2019' }];
  const width = (lang: string, fonts = NO_FONTS) =>
    cellWidth(cell, false, pagesOf({ lang, look: LOOK }, fonts)[0]);
  const english = width('en').most;
  expect(width('zh-CN').most).toBeGreaterThan(english);
  expect(width('en', { ...NO_FONTS, regular: WIDE }).most).toBeGreaterThan(2 * english);
  expect(width('en').most).toBe(english);
});
