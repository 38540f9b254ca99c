import { stripVTControlCharacters } from 'node:util';
import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { type Finding, finding, sortFindings } from '../../../src/findings/finding.ts';
import { reportJson, wordFindings } from '../../../src/findings/report/json.ts';
import { codeFrame, reportText } from '../../../src/findings/report/report-text.ts';

const FILE = 'content/talks/01-huang.md';
const LINES = ['---', 'speaker: 黄东旭', 'titel: 开源', '---', '', '## 对手是谁 {.stat}', ''];

const text = (...findings: readonly Finding[]): string =>
  stripVTControlCharacters(reportText(wordFindings(findings), (file) => (file === FILE ? LINES : null), pc));

describe('a report for people', () => {
  it('names place, fault, reason and remedy, with the line and its neighbours', () => {
    const known = ['speaker', 'title'];
    expect(
      text(
        finding(FILE, { line: 3, column: 1, length: 5 }, 'unknown-key', {
          key: 'titel',
          suggestion: 'title',
          known,
        }),
      ),
    ).toMatchInlineSnapshot(`
      "content/talks/01-huang.md:3:1 error There is no field "titel" here. Did you mean "title"? unknown-key
          2 | speaker: 黄东旭
        > 3 | titel: 开源
            | ^^^^^
          4 | ---
        why It would be silently ignored.
        fix Known fields: speaker, title.

      talkdeck explain CODE says more."
    `);
  });

  it('marks the right columns below Chinese text', () => {
    expect(
      text(
        finding(FILE, { line: 6, column: 9, length: 7 }, 'unknown-kind', {
          kind: 'stat',
          suggestion: 'stats',
          known: ['stats'],
        }),
      ),
    ).toMatchInlineSnapshot(`
      "content/talks/01-huang.md:6:9 error There is no slide kind "stat". Did you mean "stats"? unknown-kind
          5 |
        > 6 | ## 对手是谁 {.stat}
            |             ^^^^^^^
          7 |
        why The kind determines how the section is shown.
        fix Known kinds: stats. Without a kind, the Markdown determines it.

      talkdeck explain CODE says more."
    `);
  });

  it('parts findings by an empty line, and gives a note one line', () => {
    expect(
      text(
        finding(FILE, { line: 2, column: 10, length: 3 }, 'link-not-allowed', { href: 'a.md' }),
        finding('content/event.md', { line: 4, column: 9, length: 3 }, 'citations-unchecked', {
          source: 'gone.txt',
          count: 3,
        }),
      ),
    ).toMatchInlineSnapshot(`
      "content/talks/01-huang.md:2:10 warning The link to "a.md" is shown as text. link-not-allowed
          1 | ---
        > 2 | speaker: 黄东旭
            |          ^^^^^^
          3 | titel: 开源
        why Links lead to http:, https: or mailto: addresses, or to a slide of this deck ("#its title").
        fix Write the whole address with https://, or remove the link.

      content/event.md:4:9 note 3 cited statements were not checked: the transcript gone.txt is missing. citations-unchecked

      talkdeck explain CODE says more."
    `);
  });

  it('has no frame where the file cannot be read', () => {
    expect(
      text(
        finding('content/event.md', { line: 1, column: 1, length: 0 }, 'file-missing', {
          name: 'content/event.md',
        }),
      ),
    ).toMatchInlineSnapshot(`
      "content/event.md:1:1 error content/event.md is missing. file-missing
        why It holds the title and the language of the meetup, which every deck shows.
        fix Create it with front matter: "---", "title: ...", "lang: zh-CN", "---".

      talkdeck explain CODE says more."
    `);
  });

  it('says once where to read on', () => {
    const one = finding(FILE, { line: 1, column: 1, length: 1 }, 'yaml-tab', {});
    expect(text(one, one).match(/talkdeck explain/g)).toHaveLength(1);
    expect(text(one, one)).toMatch(/\n\ntalkdeck explain CODE says more\.$/);
  });

  it('lets no control character through to the terminal', () => {
    const hostile = `a\u001B[31mb\u0007c\u009Bd\r\n`;
    const lines = [`x${hostile}`];
    const report = reportText(
      wordFindings([
        finding(`content/${hostile}.md`, { line: 1, column: 2, length: 1 }, 'image-missing', {
          src: hostile,
        }),
      ]),
      () => lines,
      pc,
    );
    // Only the reporter's own colours and line breaks may remain.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not remain
    expect(stripVTControlCharacters(report)).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/u);
    expect(report).not.toContain('\u001B[31mb');
  });
});

describe('a code frame', () => {
  it.each([
    ['below Latin text', 'title: abc', 8, 3, ['> 1 | title: abc', '    |        ^^^']],
    ['below Chinese text', '开源abc数据', 6, 2, ['> 1 | 开源abc数据', '    |        ^^^^']],
    [
      'below full-width punctuation',
      'a\uFF1A\u201C开\u201D',
      4,
      1,
      ['> 1 | a\uFF1A\u201C开\u201D', '    |     ^^'],
    ],
    ['below an emoji', '\u{1F600} a', 4, 1, ['> 1 | \u{1F600} a', '    |    ^']],
    ['at a place without length', 'abc', 1, 0, ['> 1 | abc', '    | ^']],
    ['behind the end of the line', 'abc', 9, 3, ['> 1 | abc', '    |    ^']],
    ['a tab is one column', '\tabc', 2, 3, ['> 1 |  abc', '    |  ^^^']],
  ] as const)('marks %s', (_, line, column, length, expected) => {
    expect(codeFrame([line], { line: 1, column, length }).split('\n')).toEqual(expected);
  });

  it('shows a long line around the place only', () => {
    const line = `${'a'.repeat(300)}X${'b'.repeat(300)}`;
    const [shown = '', mark = ''] = codeFrame([line], { line: 1, column: 301, length: 1 }).split('\n');
    expect(shown).toBe(`> 1 | \u2026${'a'.repeat(30)}X${'b'.repeat(89)}\u2026`);
    expect(shown[mark.indexOf('^')]).toBe('X');
  });

  it('shows the start of a long line whose place is there', () => {
    const [shown = ''] = codeFrame(['a'.repeat(300)], { line: 1, column: 3, length: 1 }).split('\n');
    expect(shown).toBe(`> 1 | ${'a'.repeat(120)}\u2026`);
  });

  it('lines up numbers of different lengths', () => {
    const lines = Array.from({ length: 12 }, (_, index) => `line ${index + 1}`);
    expect(codeFrame(lines, { line: 9, column: 1, length: 4 }).split('\n')).toEqual([
      '   8 | line 8',
      '>  9 | line 9',
      '     | ^^^^',
      '  10 | line 10',
    ]);
  });

  it('is empty where the file has no such line', () => {
    expect(codeFrame(['a'], { line: 2, column: 1, length: 1 })).toBe('');
  });
});

it('a report for programs has place, words and severity', () => {
  expect(
    reportJson(
      wordFindings([finding(FILE, { line: 2, column: 10, length: 3 }, 'link-not-allowed', { href: 'a.md' })]),
    ),
  ).toEqual([
    {
      code: 'link-not-allowed',
      severity: 'warning',
      file: FILE,
      line: 2,
      column: 10,
      message: 'The link to "a.md" is shown as text.',
      why: expect.any(String),
      fix: expect.any(String),
    },
  ]);
});

it('findings are sorted by file, line, column and code', () => {
  const at = (line: number, column: number) => ({ line, column, length: 1 });
  const sorted = [
    finding('a', at(2, 1), 'yaml-tab', {}),
    finding('a', at(10, 2), 'empty-heading', {}),
    finding('a', at(10, 2), 'yaml-tab', {}),
    finding('a', at(10, 10), 'empty-heading', {}),
    finding('b', at(1, 1), 'empty-heading', {}),
  ];
  expect(sortFindings([...sorted].reverse())).toEqual(sorted);
});
