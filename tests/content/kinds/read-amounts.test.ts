import { describe, expect, it } from 'vitest';
import { readAmounts } from '../../../src/content/kinds/read-amounts.ts';

const read = (cells: readonly string[], lang: string) =>
  readAmounts(cells, lang).map((each) => ('amount' in each ? each.amount : each.problem));

describe('the numbers of a column', () => {
  it.each([
    ['de', ['950', '1.200', '12.000'], [950, 1200, 12000]],
    ['de', ['950,5', '1.200'], [950.5, 1200]],
    ['de', ['1.234.567', '12'], [1234567, 12]],
    ['de', ['1.5', '2.25'], [1.5, 2.25]],
    ['de', ['1,250', '3,100'], [1.25, 3.1]],
    ['de', ['950', '1,200'], [950, 'ambiguous']],
    ['fr', ['950', '1\u202f200,5'], [950, 1200.5]],
    ['de-CH', ['950', '1’200.5'], [950, 1200.5]],
    ['en', ['950', '1,200', '12,000'], [950, 1200, 12000]],
    ['en', ['950', '1.200', '12.000'], [950, 'ambiguous', 'ambiguous']],
    ['en', ['1.125', '2.250'], [1.125, 2.25]],
    ['en', ['1.5', '1.200'], [1.5, 1.2]],
    ['en', ['1.234.567', '950'], [1234567, 950]],
    ['zh-CN', ['950', '1,200'], [950, 1200]],
    ['en', ['-40', '\u221212.5', '60'], [-40, -12.5, 60]],
    ['en', ['12%', '8 %', '100'], [12, 8, 100]],
    ['en', ['$1,200', '-$40'], [1200, -40]],
    ['en', ['12%', '€40'], ['unit', 'unit']],
    ['en', ['10-20', '10 – 20', '5 to 6'], ['range', 'range', 'range']],
    ['en', ['2024-05-31', '31.12.2024', '2024-05'], ['date', 'date', 'date']],
    ['en', ['12 TB', '', '1,70', '--1'], ['text', 'text', 'text', 'text']],
  ])('of %s: %j', (lang, cells, amounts) => {
    expect(read(cells, lang)).toEqual(amounts);
  });
});
