import { describe, expect, it } from 'vitest';
import {
  kindOf,
  SECTION_KINDS,
  type SectionKind,
  type ShapedSection,
  shapeSection,
} from '../../../src/content/kinds/shapes.ts';
import { parseBody } from '../../../src/content/parse/body.ts';
import { createMarkdown } from '../../../src/content/parse/grammar.ts';
import { plainText } from '../../../src/content/summary/markup.ts';
import { outline } from '../../../src/content/summary/section.ts';
import { splitLines } from '../../../src/content/summary/source-file.ts';

const markdown = createMarkdown();

/** The section `## Title` with this body. */
function sectionOf(body: string) {
  const text = `## Title\n\n${body}\n`;
  const [section] = outline(parseBody(markdown, text, 0, splitLines(text)).blocks, 2).sections;
  if (!section) throw new Error('no section');
  return section;
}

const shape = (body: string, kind: SectionKind | null = null) => shapeSection(sectionOf(body), kind);

/** Its kind, and the text of its lead and aside, if any. */
function brief(shaped: ReturnType<typeof shape>): string {
  if ('found' in shaped) return `not ${shaped.kind}: ${shaped.found}`;
  const { lead, aside } = shaped;
  const parts = [
    lead && `${plainText(lead.inlines)} +`,
    shaped.shape.kind,
    aside && `+ ${plainText(aside.inlines)}`,
  ];
  return parts.filter((part) => part !== null).join(' ');
}

const LIST = '- a\n- b';
const TABLE = '| a | b |\n|---|---|\n| x | 1 |';
const MERMAID = '```mermaid\nflowchart LR\n```';

describe('the kind follows from the Markdown', () => {
  it.each([
    ['a list', LIST, 'points'],
    ['a list of sub-lists', '- a\n  - b', 'points'],
    ['a numbered list', '3. a\n4. b', 'steps'],
    ['a table', TABLE, 'table'],
    ['a list of bold values with digits', '- **260 人** 团队\n- **5 年** 至今', 'stats'],
    ['bold words without digits', '- **稳** 不丢数据', 'points'],
    ['a bold value without a label', '- **260 人**', 'points'],
    ['one item that is no value', '- **260 人** 团队\n- 其他', 'points'],
    ['a value with a sub-list', '- **260 人** 团队\n  - 各地', 'points'],
    ['a block quote', '> a', 'quote'],
    ['an image alone', '![a](a.png)', 'figure'],
    ['an image in a sentence', 'see ![a](a.png)', 'text'],
    ['a code fence', '```js\na\n```', 'code'],
    ['an indented block', '    a', 'code'],
    ['a mermaid fence', MERMAID, 'diagram'],
    ['a paragraph', 'a', 'text'],
    ['two paragraphs', 'a\n\nb', 'text'],
    ['a rule', '---', 'text'],
    ['a deeper heading', '### a', 'text'],
    ['a link to a video', 'https://youtu.be/abc', 'video'],
    [
      'one that says what it is, with a paragraph below',
      '[A talk](https://www.bilibili.com/video/BV1)\n\na',
      'video + a',
    ],
    ['a link to a video in a sentence', 'see https://vimeo.com/1', 'text'],
    ['a link to a site of videos', 'https://vimeo.com/', 'text'],
    ['a link that only ends like one', 'https://notyoutube.com/watch?v=1', 'text'],
    ['two links to videos', 'https://vimeo.com/1\n\nhttps://vimeo.com/2', 'text'],
    ['nothing', '', 'divider'],
    ['a speaker note alone', '<!-- a -->', 'divider'],
    ['two lists', '- a\n\n1. b', 'text'],
    ['two images', '![a](a.png)\n\n![b](b.png)', 'pictures'],
    ['two images in one paragraph', '![a](a.png) ![b](b.png)', 'pictures'],
    [
      'three images on lines of their own',
      'a\n![a](a.png)\n![b](b.png){width=50%}\n![c](c.png) [L3]',
      'a + pictures',
    ],
    ['images around text', '![a](a.png)\n\na\n\n![b](b.png)', 'text'],
    ['an image and a list', `![a](a.png)\n\n${LIST}`, 'beside'],
    ['an image right below a paragraph', 'a\n![a](a.png)', 'a + figure'],
    ['an image and two paragraphs', '![a](a.png)\n\na\n\nb', 'beside'],
    ['an image and a table', `![a](a.png)\n\n${TABLE}`, 'text'],
    ['an image that is to stand beside a table', `![a](a.png){.left}\n\n${TABLE}`, 'beside'],
    ['an image that is to stand beside a paragraph', '![a](a.png){.right width=30%}\n\na', 'beside'],
    ['an image that is to fill the slide', '![a](a.png){.full}', 'full'],
    ['such an image with a list', `![a](a.png){.full}\n\n${LIST}`, 'text'],
    ['attributes that contradict each other', '![a](a.png){.left .right}\n\na', 'text'],
    ['attributes behind a backslash', '![a](a.png)\\{.full}', 'text'],
    ['a heading and a list', `### a\n\n${LIST}`, 'text'],
  ])('%s', (_, body, expected) => {
    expect(brief(shape(body))).toBe(expected);
  });
});

it('no two kinds claim one body', () => {
  const bodies = [LIST, '1. a', TABLE, '- **7** a', '> a', '![a](a.png)', '```js\na\n```', MERMAID, 'a', ''];
  const claims = bodies.map((body) => {
    const { blocks } = sectionOf(body);
    return SECTION_KINDS.filter((kind) => kindOf({ kind }).claims?.({ blocks, main: blocks[0] ?? null }));
  });
  expect(claims).toEqual([
    ['points'],
    ['steps'],
    ['table'],
    ['stats'],
    ['quote'],
    ['figure'],
    ['code'],
    ['diagram'],
    [],
    ['divider'],
  ]);
});

describe('a table of dates in order, each with a number, is a series', () => {
  const table = (...rows: readonly string[]) => `| a | b (m) |\n|---|---|\n| ${rows.join(' |\n| ')} |`;

  it.each([
    ['years', table('2019 | 1', '2020 | 2', '2023 | 3'), 'series'],
    ['years, one in bold', table('2019 | 1', '**2020** | 2', '2023 | 3'), 'series'],
    ['Chinese months', table('2019 年 11 月 | 1', '2019年12月 | 2', '2020 年 1 月 | 3'), 'series'],
    ['quarters', table('2019 Q4 | 1', 'Q1 2020 | 2', '2020-Q2 | 3'), 'series'],
    ['days', table('2019-12-30 | 1', '2019-12-31 | 2', '2020-01-01 | 3'), 'series'],
    ['two years', table('2019 | 1', '2020 | 2'), 'table'],
    ['years out of order', table('2020 | 1', '2019 | 2', '2021 | 3'), 'table'],
    ['numbers that are no years', table('1 | 1', '2 | 2', '3 | 3'), 'table'],
    ['words beside years', table('2019 | 1', '2020 | two', '2021 | 3'), 'table'],
    ['marks within a cell', table('2019 | 1', '2020 *x* | 2', '2021 | 3'), 'table'],
  ])('%s', (_, body, expected) => {
    expect(brief(shape(body))).toBe(expected);
  });

  it('of columns up to eight, of a line beyond, or as its marker says', () => {
    const years = (count: number) =>
      table(...Array.from({ length: count }, (_, at) => `${2000 + at} | ${at}`));
    const formOf = (body: string) => {
      const found = shape(body);
      return 'shape' in found && found.shape.kind === 'series' && found.shape.form;
    };
    expect([formOf(years(8)), formOf(years(9))]).toEqual(['columns', 'line']);
    const { blocks } = sectionOf(years(3));
    expect(
      kindOf({ kind: 'series' }).read({ blocks, main: blocks[0] ?? null }, ['line', 'log'], 'en'),
    ).toMatchObject({
      form: 'line',
      scale: 'log',
      lines: [{ unit: 'm' }],
      points: [{ time: 2000, cells: [{ amount: 0 }] }, { time: 2001 }, { time: 2002 }],
    });
  });

  it('of several lines where a marker asks for them, never of several columns', () => {
    const body = '| a | b | c |\n|---|---|---|\n| 2019 | 1 | 2 |\n| 2020 | 3 | 4 |';
    const { blocks } = sectionOf(body);
    const read = (options: readonly string[]) =>
      kindOf({ kind: 'series' }).read({ blocks, main: blocks[0] ?? null }, options, 'en');
    expect(read(['line'])).toMatchObject({ form: 'line', lines: [{}, {}] });
    expect(read(['columns'])).toBeNull();
  });
});

describe('one paragraph may precede it and one may follow', () => {
  it.each([
    ['above', `lead\n\n${LIST}`, 'lead + points'],
    ['below', `${TABLE}\n\naside`, 'table + aside'],
    ['both', `lead\n\n${MERMAID}\n\naside`, 'lead + diagram + aside'],
    ['around a figure', 'lead\n\n![a](a.png)\n\naside', 'lead + figure + aside'],
    ['around a quote', 'lead\n\n> a\n\naside', 'lead + quote + aside'],
    ['two above', `a\n\nb\n\n${LIST}`, 'text'],
    ['two below', `${LIST}\n\na\n\nb`, 'text'],
  ])('%s', (_, body, expected) => {
    expect(brief(shape(body))).toBe(expected);
  });
});

describe('a marker sets the kind', () => {
  it.each([
    ['a numbered list', 'points', '1. a', 'points'],
    ['a list', 'steps', LIST, 'steps'],
    ['anything', 'text', LIST, 'text'],
    ['a table', 'table', TABLE, 'table'],
    ['a table of two columns', 'bars', TABLE, 'bars'],
    ['a list that begins in bold', 'timeline', '- **2015** a\n- **2020** b', 'timeline'],
    ['a list without bold beginnings', 'timeline', LIST, 'not timeline: list'],
    ['a table of three columns', 'bars', '| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |', 'not bars: table'],
    ['a table of one row', 'series', TABLE, 'not series: table'],
    ['a table of words', 'stacks', TABLE, 'not stacks: table'],
    ['parts below zero', 'stacks', '| a | b | c |\n|---|---|---|\n| x | 1 | -2 |', 'not stacks: table'],
    ['parts of nothing', 'stacks', '| a | b | c |\n|---|---|---|\n| x | 0 | 0 |', 'not stacks: table'],
    ['parts', 'stacks', '| a | b | c |\n|---|---|---|\n| x | 1 | 2 |', 'stacks'],
    ['bold words', 'stats', '- **稳** 不丢数据', 'stats'],
    ['items that are not bold', 'stats', LIST, 'not stats: list'],
    ['a quote', 'quote', '> a', 'quote'],
    ['a paragraph', 'quote', 'a', 'not quote: paragraph'],
    ['an image', 'figure', '![a](a.png)', 'figure'],
    ['a list', 'figure', LIST, 'not figure: list'],
    ['a mermaid fence', 'code', MERMAID, 'code'],
    ['a numbered list', 'code', '1. a', 'not code: ordered list'],
    ['a mermaid fence', 'diagram', MERMAID, 'diagram'],
    ['another fence', 'diagram', '```js\na\n```', 'not diagram: code fence'],
    ['an image and a paragraph', 'beside', '![a](a.png)\n\na', 'beside'],
    ['an image alone', 'beside', '![a](a.png)', 'not beside: image'],
    [
      'two images and a list',
      'beside',
      `![a](a.png) ![b](b.png)\n\n${LIST}`,
      'not beside: image, image, list',
    ],
    ['an image', 'full', '![a](a.png)', 'full'],
    ['an image and two paragraphs', 'full', '![a](a.png)\n\na\n\nb', 'not full: image, paragraph, paragraph'],
    ['an image', 'pictures', '![a](a.png)', 'not pictures: image'],
    ['two parts', 'columns', `### a\n\n${LIST}\n\n### b\n\nb`, 'columns'],
    ['two parts below a paragraph', 'columns', 'a\n\n### a\n\na\n\n### b\n\nb', 'a + columns'],
    ['one part', 'columns', '### a\n\na', 'not columns: heading, paragraph'],
    ['a part of nothing', 'columns', '### a\n\n### b\n\nb', 'not columns: heading, heading, paragraph'],
    [
      'a list above the parts',
      'columns',
      `${LIST}\n\n### a\n\na\n\n### b\n\nb`,
      'not columns: list, heading, paragraph, heading, paragraph',
    ],
    ['a link elsewhere', 'video', 'https://example.org/a', 'not video: paragraph'],
    ['nothing', 'divider', '', 'divider'],
    ['a paragraph', 'divider', 'a', 'divider'],
    ['two paragraphs', 'divider', 'a\n\nb', 'not divider: paragraph, paragraph'],
    ['an image', 'divider', '![a](a.png)', 'not divider: image'],
    ['a list', 'divider', LIST, 'not divider: list'],
    ['nothing', 'points', '', 'not points: '],
    ['nothing', 'text', '', 'not text: '],
    ['an image and a list', 'points', `![a](a.png)\n\n${LIST}`, 'not points: image, list'],
    ['a mermaid fence', 'table', MERMAID, 'not table: mermaid fence'],
  ] as const)('%s as %s', (_, kind, body, expected) => {
    expect(brief(shape(body, kind))).toBe(expected);
  });
});

describe('what a shape holds', () => {
  const shapeOf = (body: string, kind: SectionKind | null = null): ShapedSection['shape'] => {
    const shaped = shape(body, kind);
    if ('found' in shaped) throw new Error(shaped.found);
    return shaped.shape;
  };

  it('a numbered list keeps its first number', () => {
    expect(shapeOf('3. a\n4. b')).toMatchObject({ kind: 'steps', start: 3 });
  });

  it.each([
    ['1700', 1700],
    ['1,700', 1700],
    ['1,234,567.5', 1234567.5],
    ['\uFF11\uFF17\uFF10', 170],
    ['1,70', null],
    ['-1', -1],
    ['\u22121.5', -1.5],
    ['12 %', 12],
    ['€ 1,200', 1200],
    ['12亿', null],
    ['', null],
  ])('a bar of "%s" has the length %s', (cell, amount) => {
    const bars = shapeOf(`| a | 参数(亿) |\n|---|---|\n| x | ${cell} |`, 'bars');
    expect(bars).toMatchObject({ kind: 'bars', unit: '亿', bars: [{ amount }] });
  });

  it.each([['\u2014\u2014 '], ['\u2014'], ['--'], ['\u2013 ']])(
    'a last paragraph "%sname" is the attribution of a quote',
    (dash) => {
      const quote = shapeOf(`> words\n>\n> ${dash}a *name*`);
      expect(quote.kind === 'quote' && plainText(quote.attribution?.inlines ?? [])).toBe('a name');
      expect(quote.kind === 'quote' && quote.blocks.length).toBe(1);
    },
  );

  it.each([
    ['> We did it too late.\n> \u2014 Grace Hopper', 'We did it too late.', 'Grace Hopper'],
    ['> We did it **too late**.\n> -- Grace Hopper, 1976', 'We did it too late.', 'Grace Hopper, 1976'],
    ['> Too late\\\n> \u2014 the *committee*', 'Too late', 'the committee'],
    ['> \u505a\u665a\u4e86\u3002\n> \u2014\u2014\u9c81\u8fc5', '\u505a\u665a\u4e86\u3002', '\u9c81\u8fc5'],
    ['> Too late. \u2014 And we knew', 'Too late. \u2014 And we knew', ''],
    ['> Too late \u2014 Grace Hopper knew', 'Too late \u2014 Grace Hopper knew', ''],
  ])('a last line of the same paragraph may say whose words they are: %s', (body, words, name) => {
    const quote = shapeOf(body);
    if (quote.kind !== 'quote') throw new RangeError(quote.kind);
    const [paragraph] = quote.blocks;
    expect(paragraph?.type === 'paragraph' && plainText(paragraph.prose.inlines)).toBe(words);
    expect(plainText(quote.attribution?.inlines ?? [])).toBe(name);
  });

  it.each([
    ['We did it too late.', 'Grace Hopper'],
    ['We did it too late!\u201d', 'Grace B. Hopper, 1976'],
    ['Why so late?', 'Vincent van Gogh (in a letter)'],
    ['\u6211\u4eec\u505a\u665a\u4e86\u3002', '\u9c81\u8fc5'],
    ['\u6211\u4eec\u505a\u665a\u4e86\u3002', '\u9c81\u8fc5\uff081921\uff09'],
    ['\u6211\u4eec\u505a\u665a\u4e86\u3002\u201d', '\u9ec4\u4e1c\u65ed\uff0cPingCAP'],
  ])('%s is a quote of %s, though no dash says so', (words, name) => {
    expect(shapeOf(`> ${words}\n>\n> ${name}`)).toMatchObject({
      blocks: [{ type: 'paragraph' }],
      attribution: { inlines: [{ type: 'text', text: name }] },
    });
  });

  it.each([
    ['We did it too late', 'Grace Hopper'],
    ['We did it too late.', 'And we knew it'],
    ['We did it too late.', 'Grace Hopper said so.'],
    ['We did it too late.', 'Nobody'],
    [
      '\u6211\u4eec\u505a\u665a\u4e86\u3002',
      '\u6211\u4eec\u5f53\u65f6\u5e76\u4e0d\u77e5\u9053\u4f1a\u8fd9\u6837',
    ],
  ])('below "%s", "%s" is more of the quote', (words, more) => {
    expect(shapeOf(`> ${words}\n>\n> ${more}`)).toMatchObject({ attribution: null });
  });

  it('a quote of one paragraph has no attribution', () => {
    expect(shapeOf('> \u2014\u2014 words')).toMatchObject({ kind: 'quote', attribution: null });
  });

  it('a fence keeps its language, without what Slidev would obey', () => {
    const marks = { first: 1, isNumbered: false, name: null, steps: ['1,3'] };
    expect(shapeOf('```ts {1,3} twoslash\na\n```')).toEqual({ kind: 'code', lang: 'ts', code: 'a\n', marks });
  });
});
