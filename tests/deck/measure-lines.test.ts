import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countLines } from '../../src/deck/typeset/lines.ts';
import { measureText } from '../../src/deck/typeset/measure-text.ts';
import { LINEAR, slowdown } from '../slowdown.ts';

const STYLE = { size: 100, bold: false, mono: false };
const MONO = { ...STYLE, mono: true };

/** Lines of Chinese with room for `characters`. */
const inChinese = (text: string, characters: number) => countLines(text, STYLE, 100 * characters);
/** Lines of code with room for `characters`. */
const inCode = (text: string, characters: number) => countLines(text, MONO, 60 * characters);

describe('Chinese', () => {
  test.each([
    ['', 4, 0],
    ['中', 4, 1],
    ['中文中文', 4, 1],
    ['中文中文中', 4, 2],
    ['中文中文中文中文', 4, 2],
    ['\u3042\u3044\u3046\u3048\u304a', 4, 2],
    ['한국어한국', 4, 2],
  ])('%s in %d', (text, characters, lines) => {
    expect(inChinese(text, characters)).toBe(lines);
  });

  test('no line begins with a mark that closes, nor ends with one that opens', () => {
    // 中文中 | 文!中文 | 中
    expect(inChinese('中文中文\uff01中文中', 4)).toBe(3);
    expect(inChinese('中文中文中文中中', 4)).toBe(2);
    // 中文中 | 「文中
    expect(inChinese('中文中「文中文', 4)).toBe(2);
    expect(inChinese('中文中々中', 4)).toBe(2);
    expect(inChinese('中文中文々中中文', 4)).toBe(3);
    // Strict line breaking: neither small kana nor the prolonged sound mark may start a line.
    expect(inChinese('中文中文ー中中文', 4)).toBe(3);
    expect(inChinese('中文中文っ中中文', 4)).toBe(3);
  });

  test('a bracket that does not fit loses its empty half, a stop does not', () => {
    expect(inChinese('中文中文\uff09', 4.5)).toBe(1);
    expect(inChinese('中文中文\uff09', 4.4)).toBe(2);
    expect(inChinese('中文中文。', 4.5)).toBe(2);
    expect(inChinese('中文中文。', 5)).toBe(1);
    expect(inChinese('中文中文\uff01', 4.5)).toBe(2);
  });

  test('a bracket at the beginning of a line loses its empty half', () => {
    // 中文中文 | 「中文中」
    expect(inChinese('中文中文「中文中」', 4)).toBe(2);
  });

  test('the space next to Latin is none where the line ends', () => {
    // 中文中 | T
    expect(inChinese('中文中T', 3)).toBe(2);
    expect(inChinese('中文T', 2.64)).toBe(2);
    expect(inChinese('中文T', 2.78)).toBe(1);
  });
});

describe('Latin', () => {
  test.each([
    ['ab cd', 5, 1],
    ['ab cd', 4, 2],
    ['ab cd ', 5, 1],
    ['ab cd     ', 5, 1],
    ['ab\u00a0cd ef', 6, 2],
    ['ab\u00a0cd ef', 5, 2],
    ['ab-cd', 4, 2],
    ['ab -12', 5, 2],
    ['2020-07', 5, 2],
    ['ab/cd ef', 5, 2],
    ['ab/cd', 4, 2],
    ['ab (cd)', 5, 2],
    ['ab cd, ef', 5, 3],
    ['abcdefghij', 4, 3],
    ['ab abcdefghij', 4, 4],
    ['ab abcdefghij kl', 4, 5],
    ['    ab', 6, 1],
    ['    ab', 5, 2],
    ['中文ab', 4, 2],
    ['a', 0.5, 1],
    ['abc', 0.5, 3],
  ])('%j in %d', (text, characters, lines) => {
    expect(inCode(text, characters)).toBe(lines);
  });

  test('words of several code points are not taken apart', () => {
    expect(countLines('👩‍👩‍👧', STYLE, 1)).toBe(1);
    expect(countLines('e\u0301e\u0301', STYLE, 1)).toBe(2);
  });
});

test('lines are enough for the text, and no more than its characters', () => {
  const piece = fc.constantFrom(...'中文,。「」ab1 -\u00a0“”…😀é', 'TiDB', '中文中文');
  fc.assert(
    fc.property(
      fc.string({ unit: piece, maxLength: 60 }),
      fc.integer({ min: 200, max: 2000 }),
      fc.boolean(),
      (text, width, mono) => {
        const style = { ...STYLE, mono };
        const lines = countLines(text, style, width);
        expect(lines).toBeLessThanOrEqual(text.length);
        if (text.trim() !== '' && measureText(text, style) <= width) expect(lines).toBe(1);
        expect(countLines(text, style, width * 2)).toBeLessThanOrEqual(lines);
      },
    ),
    { numRuns: 1000 },
  );
});

test.each(['分布式数据库 TiDB 有 170 亿参数\uff0c“引用”与 the quick brown fox 😀。', 'a'])(
  '%j over and over takes time that is linear in its length',
  (unit) => {
    const count = (text: string) => expect(countLines(text, STYLE, 2000)).toBeGreaterThan(100);
    expect(slowdown(count, unit, 1_000_000)).toBeLessThan(LINEAR);
  },
);
