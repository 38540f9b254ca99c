import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advise } from '../../src/advice/advise.ts';
import { fixContent } from '../../src/advice/fix-content.ts';
import type { ContentFiles } from '../../src/content/read/read.ts';
import { plainText } from '../../src/content/summary/markup.ts';
import { validate } from '../../src/content/validate/validate.ts';
import { exchangeBody, talkBody } from '../../src/drafting/body.ts';
import type { DraftSection } from '../../src/drafting/drafted.ts';
import { tidy } from '../../src/drafting/typography.ts';
import type { Finding } from '../../src/findings/finding.ts';

function meetup(lang: string, talk: string, answer = '### A. B.\n\n- x\n'): ContentFiles {
  return {
    event: { path: 'content/event.md', text: `---\ntitle: T\nlang: ${lang}\n---\n` },
    talks: [
      { path: 'content/talks/01-a.md', text: `---\nspeaker: A. B.\ntitle: T\ntakeaway: T\n---\n\n${talk}` },
    ],
    exchanges: [
      {
        path: 'content/qa/01-q.md',
        text: `---\nquestion: Q\naskedBy: A. B.\ntopic: T\n---\n\n${answer}`,
      },
    ],
    ignored: [],
    findings: [],
  };
}

function errorsOf(content: ContentFiles): readonly Finding[] {
  return validate(content).findings.filter(({ severity }) => severity === 'error');
}

const at = (text: string) => ({ text, lines: { first: 7, last: 7 } });

describe('the body of a talk', () => {
  const sections: readonly DraftSection[] = [
    {
      heading: { text: '两种应用场景', lines: { first: 3, last: 5 } },
      kind: 'points',
      points: [at('TiDB(原名X)有3个优点,包括:扩展性'), at('先问 "为什么?"')],
      notes: ['他说 --> 好。', '完'],
    },
    {
      heading: { text: '模式', lines: { first: 4, last: 4 } },
      kind: 'table',
      header: ['要点', '例子'],
      rows: [{ cells: ['新的人群', 'a|b'], lines: { first: 4, last: 4 } }],
      notes: [],
    },
    {
      heading: { text: '数字', lines: null },
      kind: 'stats',
      stats: [{ value: '260个', label: '员工', lines: { first: 9, last: 9 } }],
      notes: [],
    },
  ];

  test('is written with the blanks and signs of Chinese', () => {
    expect(talkBody(sections, 'zh-CN')).toBe(
      [
        '## 两种应用场景 [L3-5]',
        '',
        '- TiDB（原名 X）有 3 个优点，包括：扩展性 [L7]',
        '- 先问 "为什么？" [L7]',
        '',
        '<!-- 他说 好。完 -->',
        '',
        '## 模式 [L4]',
        '',
        '| 要点 | 例子 |',
        '| --- | --- |',
        '| 新的人群 | a\\|b [L4] |',
        '',
        '## 数字 {.stats}',
        '',
        '- **260 个** 员工 [L9]',
        '',
      ].join('\n'),
    );
  });

  test('has no error, and nothing that --fix would change', () => {
    const content = meetup('zh-CN', talkBody(sections, 'zh-CN'));
    expect(errorsOf(content)).toEqual([]);
    expect(fixContent(content, errorsOf)).toEqual([]);
  });
});

const CHARS = fc.array(
  fc.constantFrom(
    ...'数据库，。：（）()“”？!?,:;.%+#*_`~[]<>|\\{}&$@=^-!/ 0123aBcX'.split(''),
    ' ',
    'TiDB',
    'C++',
    '10%',
    '[L3]',
    '{.steps}',
    '<!--',
    '-->',
    '&amp;',
    'https://a.b/c',
    '](x)',
    '---',
  ),
  { minLength: 1, maxLength: 24 },
);
const texts = CHARS.map((parts) => parts.join('').trim()).filter((text) => /[\p{L}\p{N}]/u.test(text));

describe('whatever the words are', () => {
  test('names of columns are shown as they are', () => {
    const rows = [{ cells: ['a', 'b'] as const, lines: { first: 7, last: 7 } }];
    const heading = { text: 'H', lines: null };
    const header = ['[x](//a.b)', '**b**\\'] as const;
    const [, , head] = talkBody([{ heading, notes: [], kind: 'table', header, rows }], 'en').split('\n');
    expect(head).toBe('| \\[x\\](\\//a.b) | \\*\\*b\\*\\*\\\\ |');
  });

  test.each(['zh-CN', 'en'])('they are shown as they are, and --fix changes nothing (%s)', (lang) => {
    const script = lang === 'en' ? 'en' : 'zh';
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 4 }), texts, (points, heading) => {
        const section: DraftSection = {
          heading: { text: heading, lines: { first: 1, last: 1 } },
          kind: 'points',
          points: points.map(at),
          notes: points,
        };
        const body = talkBody([section], lang);
        const answer = exchangeBody(
          [{ speaker: 'A. B.', bodies: [{ kind: 'steps', start: 3, points: points.map(at) }], notes: [] }],
          lang,
        );
        const content = meetup(lang, body, answer);
        const { meetup: read } = validate(content);
        const [shown] = read.talks[0]?.sections ?? [];
        expect(shown && plainText(shown.title.inlines)).toBe(tidy(heading, script));
        const items = shown?.shape.kind === 'points' ? shown.shape.items : [];
        const prose = items.map(({ blocks: [block] }) => (block?.type === 'paragraph' ? block.prose : null));
        expect(prose.map((each) => each && plainText(each.inlines))).toEqual(
          points.map((point) => tidy(point, script)),
        );
        expect(prose.map((each) => each?.citations.map(({ first }) => first))).toEqual(points.map(() => [7]));
        const fixable = advise({ meetup: read }).filter(
          ({ edits = [], code }) => edits.length > 0 && code !== 'inconsistent-name',
        );
        expect(fixable.map(({ code, args }) => ({ code, args }))).toEqual([]);
      }),
    );
  });
});
