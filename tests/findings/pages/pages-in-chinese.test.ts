import { describe, expect, it } from 'vitest';
import { FINDINGS } from '../../../src/findings/finding.ts';
import { readFindingPages } from '../../../src/findings/pages/finding-page.ts';
import {
  EXPLAIN_IN_CHINESE,
  LINES_IN_CHINESE,
  PAGES_IN_CHINESE,
} from '../../../src/findings/pages/zh/pages-in-chinese.ts';

const { codes, read } = readFindingPages();
const pages = codes.map(read);

/** A page's text around its fences, without file paths. */
function linesAround(markdown: string): readonly string[] {
  return markdown
    .replaceAll(/^(`{3,})[\s\S]*?^\1$/gm, '')
    .split('\n')
    .filter((line) => line !== '' && !/^`[^`]+`$/.test(line));
}

describe('pages of explain in Chinese', () => {
  it('has every code, and no other', () => {
    expect(Object.keys(PAGES_IN_CHINESE).sort()).toEqual(Object.keys(FINDINGS).sort());
  });

  it('has every line around examples, and no other', () => {
    const examples = pages.flatMap(({ body }) => linesAround(body.slice(body.indexOf('\n## ') + 1)));
    expect(Object.keys(LINES_IN_CHINESE).sort()).toEqual([...new Set(examples)].sort());
  });

  it.each(pages)('$code', (page) => {
    const chinese = EXPLAIN_IN_CHINESE.page(page);
    const prose = linesAround(chinese.body)
      .join('\n')
      .replaceAll(/`[^`]+`/g, 'A');
    expect(chinese.title).toMatch(/\p{Script=Han}|HTML/u);
    expect(chinese.meaning).toMatch(/\p{Script=Han}/u);
    expect(prose, 'a space between Chinese and Latin letters').not.toMatch(
      /\p{Script=Han}[\dA-Za-z]|[\dA-Za-z]\p{Script=Han}/u,
    );
    expect(prose, 'full-width punctuation').not.toMatch(/\p{Script=Han}[,.:;!?()]/u);
    // The examples and everything named in them are the same.
    expect(chinese.wrong).toEqual(page.wrong);
    const fences = (body: string) => body.match(/^(`{3,})[\s\S]*?^\1$/gm);
    expect(fences(chinese.body)).toEqual(fences(page.body));
    const fields = (text: string) => [...new Set(text.match(/`(?:allow: )?\[?[a-z-]+\]?`/g))].sort();
    for (const field of fields(page.meaning)) expect(fields(chinese.meaning)).toContain(field);
  });
});
