import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replaceLines } from '../../src/advice/fix-content.ts';
import { normalizeText } from '../../src/content/summary/source-file.ts';

test('changes lines and keeps the mark and every line end', () => {
  const raw = '\uFEFFa\r\nb\nc\rd';
  expect(replaceLines(raw, 'a\nb\nc\nd', 'a\nB\nCC\nd')).toBe('\uFEFFa\r\nB\nCC\rd');
  expect(replaceLines('a\n', 'a\n', 'b\n')).toBe('b\n');
});

test('nothing changes where no line does', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '\r', '\n', '\r\n', '\uFEFF', '\u4E2D')), (parts) => {
      const raw = parts.join('');
      const text = normalizeText(raw);
      expect(replaceLines(raw, text, text)).toBe(raw);
    }),
  );
});

test('a line more or less is a bug', () => {
  expect(() => replaceLines('a\nb', 'a\nb', 'a')).toThrow('1 lines');
});
