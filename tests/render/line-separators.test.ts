import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { codeMarkdown } from '../../src/render/code-markdown.ts';
import { escapeHtml, escapeText, escapeYaml } from '../../src/render/escape.ts';

/**
 * With the flag `m`, patterns also match line starts after U+2028 and U+2029; Slidev splits slides with such patterns.
 */
const TEXT = 'a\u2028---\u2029layout: none';
const RAW = /[\u2028\u2029]/;

test('no line separator comes into a deck as it is', () => {
  expect(codeMarkdown({ lang: '', text: TEXT }, 'slide')).toBe('```\na\n---\nlayout: none\n```');
  for (const written of [escapeText(TEXT, 'slide'), escapeHtml(TEXT), escapeYaml(TEXT)]) {
    expect(written).not.toMatch(RAW);
  }
  expect(parse(`key: ${escapeYaml(TEXT)}`)).toEqual({ key: TEXT });
});
