import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixContent } from '../../src/advice/fix-content.ts';
import type { Spot } from '../../src/base/text.ts';
import { marksIn } from '../../src/content/parse/field-marks.ts';
import { type ContentFiles, readContent } from '../../src/content/read/read.ts';
import {
  BREAK_FIELDS,
  eventSchema,
  exchangeSchema,
  PERSON_FIELDS,
  SPONSOR_FIELDS,
  TEXT_FIELDS,
  talkSchema,
} from '../../src/content/validate/schema.ts';
import { validate } from '../../src/content/validate/validate.ts';
import { groupByFile } from '../../src/findings/finding.ts';
import { fieldText } from '../../src/importing/write/plain-text.ts';
import { type ContentOverrides, check, EVENT, findingsOf, TALK, tempMeetup } from './temp-meetup.ts';

const EVENT_FIELDS = `---
title: 'The \`night\` of &amp; it''s **bold**'
lang: en
subtitle: >-
  A folded ==marked
  words== and then

  a **bold** one
venue: Hall <b>7</b>
people:
  - name: "Mia *Chen*"
    role: "VP \\"of\\" \\u0041 _everything_ \\
      else **x**"
    links: { "*blog*": https://example.org/*a* }
sponsors:
  - { name: __Acme__ Ltd, logo: assets/**.svg }
breaks: [{ time: "20:00", title: ":coffee: break" }]
closing: |
  See
  ~~you~~
links:
  "**Code**": https://example.org
labels:
  thanks: "\`Thanks\`"
---
`;

const TALK_FIELDS = `---
speaker: 黄东旭
title: H~2~O and $x^2$
takeaway: "# 别怕**巨头**交手 [L1]"
facts:
  - See [the code](https://example.org "x"), ![p](a.png) and <https://example.org>
  - 'It''s a line<br>and [^1]'
  - A \\* b and x<sup>2</sup> <!-- note -->
---

## 对手是谁

- 想把公司做大
`;

const EXCHANGE_FIELDS = `---
question: |
  怎么
  *起步*
askedBy: _观众_
askedTo: [黄东旭, '**Eve** (guest)']
topic: "a&nbsp;b"
---

### 黄东旭

- 先做产品
`;

const FILES = {
  'event.md': EVENT_FIELDS,
  'talks/01-huang.md': TALK_FIELDS,
  'qa/01-start.md': EXCHANGE_FIELDS,
};

/** The markup that findings point at, as `2 **bold**`, by file. */
function signsIn(files: ContentOverrides): Readonly<Record<string, readonly string[]>> {
  using meetup = tempMeetup(files);
  const found = groupByFile(check(meetup.root).filter(({ code }) => code === 'markup-in-field'));
  return Object.fromEntries(
    [...found].map(([path, each]) => {
      const lines = readFileSync(join(meetup.root, path), 'utf8').split('\n');
      const sign = ({ line, column, length }: Spot) =>
        (lines[line - 1] ?? '').slice(column - 1, column - 1 + length);
      return [path.replace('content/', ''), each.map(({ at }) => `${at.line} ${sign(at)}`)];
    }),
  );
}

it('is named at its signs in each field that is shown, however it is typed', () => {
  expect(signsIn(FILES)).toEqual({
    'event.md': [
      '2 `night`',
      '2 &amp;',
      '2 **bold**',
      '5 ==marked',
      '8 **bold**',
      '9 <b>7</b>',
      '11 *Chen*',
      '12 _everything_',
      '13 **x**',
      '14 *blog*',
      '16 __Acme__',
      '17 :coffee:',
      '20 ~~you~~',
      '22 **Code**',
      '24 `Thanks`',
    ],
    'qa/01-start.md': ['4 *起步*', '5 _观众_', '6 **Eve**', '7 &nbsp;'],
    'talks/01-huang.md': [
      '3 ~2~',
      '3 $x^2$',
      '4 # ',
      '4 **巨头**',
      '6 [the code](https://example.org "x")',
      '6 ![p](a.png)',
      '7 <br>',
      '7 [^1]',
      '8 \\*',
      '8 <sup>2</sup>',
      '8 <!-- note -->',
    ],
  });
});

/** A file after `check --fix`. */
function fixed(files: ContentOverrides, path: string): string | undefined {
  using meetup = tempMeetup(files);
  const errorsOf = (content: ContentFiles) =>
    validate(content).findings.filter(({ severity }) => severity === 'error');
  return fixContent(readContent(meetup.root), errorsOf).find((file) => file.path === `content/${path}`)
    ?.after;
}

describe('--fix', () => {
  it('takes the signs away and leaves the words', () => {
    expect(fixed(FILES, 'event.md')).toBe(
      EVENT_FIELDS.replace("`night` of &amp; it''s **bold**", "night of & it''s bold")
        .replace('==marked\n  words==', 'marked\n  words')
        .replace('**bold** one', 'bold one')
        .replace('<b>7</b>', '7')
        .replace('*Chen*', 'Chen')
        .replace('_everything_', 'everything')
        .replace('**x**', 'x')
        .replace('"*blog*"', '"blog"')
        .replace('__Acme__', 'Acme')
        .replace(':coffee:', '\u2615')
        .replace('**Code**', 'Code')
        .replace('`Thanks`', 'Thanks'),
    );
    expect(fixed(FILES, 'qa/01-start.md')).toBe(
      EXCHANGE_FIELDS.replace('*起步*', '起步')
        .replace('_观众_', '观众')
        .replace('**Eve**', 'Eve')
        .replace('&nbsp;', ' '),
    );
  });

  it('leaves what would say something else: links, pictures, formulas, what is struck out, footnotes', () => {
    expect(fixed(FILES, 'talks/01-huang.md')).toBe(
      TALK_FIELDS.replace('H~2~O', 'H\u2082O')
        .replace('# 别怕**巨头**', '别怕巨头')
        .replace('\\*', '*')
        .replace('<https://example.org>', 'https://example.org'),
    );
  });

  it.each([
    ['what YAML would read otherwise', 'title: A `#1` plan'],
    ['signs that escapes hide', 'title: A \\*star\\*'],
  ])('leaves %s', (_, title) => {
    const talk = TALK.replace(/title: .*/, title);
    expect(signsIn({ 'talks/01-huang.md': talk })['talks/01-huang.md']).toHaveLength(1);
    expect(fixed({ 'talks/01-huang.md': talk }, 'talks/01-huang.md')).toBeUndefined();
  });
});

it.each([
  ['A ***plain*** start', 'A plain start'],
  ['**`x`**，==*重点*==！', 'x，重点！'],
])('--fix takes all signs of %s', (typed, left) => {
  const title = (text: string) => ({ 'talks/01-huang.md': TALK.replace(/title: .*/, `title: "${text}"`) });
  expect(fixed(title(typed), 'talks/01-huang.md')).toBe(title(left)['talks/01-huang.md']);
});

it('is shown as typed where event.md allows it', () => {
  const talk = TALK.replace(/title: .*/, 'title: What **init** does').replace('黄东旭', '<b>黄东旭</b>');
  const files = (allow: string) => ({
    'event.md': EVENT.replace('lang:', `allow: [${allow}]\nlang:`),
    'talks/01-huang.md': talk,
    'qa/01-start.md': null,
  });
  expect(findingsOf(files(''))).toEqual([
    'talks/01-huang.md:2:10 markup-in-field',
    'talks/01-huang.md:3:13 markup-in-field',
  ]);
  expect(findingsOf(files('html-as-text'))).toEqual(['talks/01-huang.md:3:13 markup-in-field']);
  expect(findingsOf(files('markup-in-field'))).toEqual([]);
});

it.each([
  'C++ * 2 and 5 * 3 * 2',
  'snake_case_name, _private and _protected',
  'From $5 to $10, US$20 and $HOME/$PATH',
  'a < b and c > d, Vec<T>, List<String>',
  'The <dialog> element, from <b> to <strong>',
  '#1 and C#, issue #2',
  'a == b == c, === and x=1==y',
  'About ~10 to ~20, ~/bin and ~/lib',
  'AT&T, R&D; Q&A',
  'Naming things \u00AF\\_(\u30C4)_/\u00AF, C:\\Users\\me',
  'std::list at 10:30:45',
  '[draft] see [1] and [x][y]',
  'https://example.org/a_b_c, write to me@example.org',
  '2^10, x_1 and y_1',
  '数据库 C++ 的突围：**为什么？',
  '1. First things - second > third',
  'What __init__ does, __init__.py and 2**10 and 3**2',
  '1~2月和3~4月的计划',
  '6月~7月和8月~9月',
  '第1~2章和第3~4章，10~20和30~40，10~20,30~40',
  '大家好~我是小明~',
  '10*10*10 厘米，3*3*3魔方，1920*1080*60',
  'M*A*S*H, HEAD~1~2 and 2*x + 3*y',
  'Foo<T = any>, Map<K extends Key, V = Value> and foo[bar](baz)',
  'Why **/*.ts and **/*.js are slow, [^/]+ and [^a-z]',
  'Vec<_> and Box<_>',
  'Don`t and won`t',
  'Об`єкт та п`ять',
  '\\\\server\\share, \\d{3}\\.\\d{2}',
  'C:\\.git and C:\\_build',
  '# of users: 12',
])('what Markdown reads as text is text: %s', (text) => {
  expect(marksIn(text)).toEqual([]);
});

it('what an import finds is written without signs, and nothing else is lost', () => {
  expect(fieldText('预算在10~20和30~40亿之间，1920*1080*60')).toBe('预算在10~20和30~40亿之间，1920*1080*60');
  expect(fieldText('one<br>two ~~three~~ ![four](5.png)[^1] **/*.ts')).toBe('one two three four **/*.ts');
  expect(fieldText('*laughs* the **`x`** [plan](https://a.b) $x^2$ &amp; \\*y\\*')).toBe(
    'laughs the x plan x^2 & y',
  );
});

/** Fields whose text is not shown: files, addresses, choices, colours, times, and those covered by other rules. */
const NOT_SHOWN = new Set(
  `lang date source recording site publish links labels theme ratio reveal logo logoDark sponsors cover paper ink
  accents accent font boldFont headingFont codeFont glossary adviceOff allow reading portrait time duration day qaTime
  breaks`.split(/\s+/),
);

it('each field of the schemas is shown or is not', () => {
  const groups = [PERSON_FIELDS, BREAK_FIELDS, SPONSOR_FIELDS];
  const schemas = [eventSchema, talkSchema, exchangeSchema].map(({ entries }) => Object.keys(entries));
  const names = [...new Set([...groups, ...schemas].flat())];
  expect(names.filter((name) => TEXT_FIELDS.has(name) === NOT_SHOWN.has(name))).toEqual([]);
});
