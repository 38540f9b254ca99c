import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixContent } from '../../src/advice/fix-content.ts';
import { readContent } from '../../src/content/read/read.ts';
import { validate } from '../../src/content/validate/validate.ts';
import { FOREIGN, type ForeignName } from '../../src/findings/messages/foreign-messages.ts';
import { fix } from '../../src/index.ts';
import { bodyFindings, check, EVENT, findingsOf, TALK_HEAD, tempMeetup } from './temp-meetup.ts';

/** A section whose text starts on line 3 of its body. */
const section = (text: string) => `\n## T\n\n${text}\n`;

/** By row of the table of foreign syntax: examples and the place of the finding. */
const SLIPS: Readonly<Record<ForeignName, readonly (readonly [text: string, place: string])[]>> = {
  click: [
    ['<v-click>\n\n- a\n\n</v-click>', '9:1'],
    ['<v-clicks depth="2">\n\n- a', '9:1'],
    ['- a <v-after>b</v-after>', '9:5'],
  ],
  component: [
    ['<Tweet id="1" />', '9:1'],
    ['- a <my-box>b</my-box>', '9:14'],
    ['<Counter :count="10"/>', '9:1'],
    ['<X/> and <arrow x1="1" />', '9:1'],
  ],
  slot: [['- a\n\n::right::\n\n- b', '11:1']],
  contentBlock: [
    ['::alert{type="info"}\nMind the gap\n::', '9:1'],
    ['::card', '9:1'],
  ],
  contentSpan: [['press :button[this]{color="red"} now', '9:7']],
  slideSettings: [
    ['- a\n\n---\nlayout: two-cols\n---\n\nb', '12:1'],
    ['- a\n\n---\nclass: text-center\nclicks: 3\n---\n\nb', '12:1'],
  ],
  snippet: [['<<< @/snippets/external.js', '9:1']],
  editor: [['```ts {monaco}\na\n```', '9:7']],
  cell: [['```{python}\na\n```', '9:4']],
  diagram: [['```plantuml\nA -> B\n```', '9:4']],
  marpDirective: [
    ['- a\n\n<!-- _class: lead -->', '11:6'],
    ['- a\n\n<!--\npaginate: true\n-->', '12:1'],
    ['<!-- math: katex -->\n\n- a', '9:6'],
  ],
  revealDirective: [['- a\n\n<!-- .slide: data-background="red" -->', '11:6']],
  below: [['- a\n\n--\n\nb', '11:1']],
  marpPicture: [['![bg right:40%](a.png)', '9:3']],
  fencedDiv: [
    ['- a\n\n::: {.notes}\nb\n:::', '11:1'],
    ['::: tip\nhello\n:::', '9:1'],
    ['::::: columns', '9:1'],
  ],
  headingAttributes: [['### Dark {background-color="black"}\n\na', '9:10']],
  attributes: [['a ![a red thing](a.png){height=50%}', '9:24']],
  spanAttributes: [
    ['a [b]{.smallcaps} c', '9:3'],
    ['a [b]{style="color:red"}', '9:3'],
    ['- a {.fragment}', '9:5'],
    ['- a {v-click}', '9:5'],
  ],
  gridTable: [['+-----+-----+\n| a   | b   |\n+=====+=====+', '9:1']],
  simpleTable: [
    ['Table   Rows\n------  ----\na       1', '10:1'],
    ['------  ----\na       1\n------  ----', '9:1'],
  ],
  pause: [
    ['a\n\n. . .\n\nb', '11:1'],
    ['\\newpage', '9:1'],
  ],
  shortcode: [
    ['{{< video a.mp4 >}}', '9:1'],
    ['a {% include b.html %}', '9:3'],
    ['on {{ $slidev.nav.currentPage }}', '9:4'],
  ],
  admonition: [
    ['!!! note\n    b', '9:1'],
    ['??? tip "More"', '9:1'],
  ],
  contents: [
    ['[toc]', '9:1'],
    ['[[_TOC_]]', '9:1'],
  ],
  wikiLink: [['see [[Notes|that]] there', '9:5']],
  abbreviation: [['a\n\n*[HTML]: Hyper', '11:1']],
  attributeList: [['a {: .lead }', '9:3']],
  callout: [
    ['> [!BUG]\n> Mind the gap.', '9:3'],
    ['> Mind:\n> [!NOTE]', '10:3'],
  ],
  footnote: [
    ['a[^1]\n\nb', '9:2'],
    ['a[^1]\n\n[^1]: see[^2]\n\n[^2]: b', '11:10'],
    ['a^[a note in place]', '9:2'],
  ],
  formula: [
    ['$$ x = 1', '9:1'],
    ['a x = 1 $$ b', '9:9'],
  ],
  emojiName: [['- :rockett: go', '9:3']],
  definition: [[': what it means', '9:1']],
  reference: [
    ['see [the docs][docs]', '9:5'],
    ['see [the docs][] there', '9:5'],
  ],
  html: [
    ['Press <kbd>F5</kbd>', '9:7'],
    ['<p class=MsoNormal>Text</p>', '9:1'],
    ['<div style="color: red">\n\na\n\n</div>', '9:1'],
    ['a <a href="https://example.org">here</a>', '9:3'],
    ['<iframe\n  src="https://example.org">', '9:1'],
    ['| a |\n|---|\n| <b>x</b> |', '11:3'],
    ['<table><tr><td>a</td></tr></table>', '9:1'],
    ['a <o:p></o:p>', '9:3'],
    ['`x` and <b>y</b>', '9:9'],
    ['- <B>loud</B>', '9:3'],
  ],
  texCommand: [['see \\cite{smith} and \\textbf{this}', '9:5']],
  texDisplay: [
    ['\\[ x = \\frac{1}{2} \\]', '9:1'],
    ['\\[\nx = 1\n\\]', '9:1'],
  ],
  texInline: [
    ['so \\(x^2 + 1\\) holds', '9:4'],
    ['- \\(x\\) is known', '9:3'],
    ['| a | b |\n|---|---|\n| 1 | \\(a_1\\) |', '11:7'],
    ['`\\(y\\)` is \\(\\frac{1}{2}\\)', '9:12'],
  ],
  lineBlock: [['| one\n| two', '9:1']],
  citationKey: [['as said [@smith2020, p. 3]', '9:9']],
  inserted: [
    ['press ++ctrl+alt+del++ now', '9:7'],
    ['a {--gone--} b', '9:3'],
    ['a ||secret|| b', '9:3'],
  ],
  hidden: [['a %%hidden%% b', '9:3']],
  property: [['collapsed:: true', '9:1']],
  blockReference: [['see ((6123abcd-0a1b-4c2d-8e3f-0123456789ab))', '9:5']],
  expression: [
    ['a {/* hidden */} b', '9:3'],
    ['by {props.author}', '9:4'],
  ],
  pictureSize: [['![a fox|100](a.png)', '9:3']],
  otherLine: [
    ['.. note:: hello', '9:1'],
    ['== Section', '9:1'],
    ['image::a.png[]', '9:1'],
    ['- a\n  #+BEGIN_SRC', '10:3'],
    ['h3. Title', '9:1'],
    ["import X from './x'", '9:1'],
    ['export const meta = {}', '9:1'],
  ],
  otherText: [
    ['a [b]x[/b]', '9:7'],
    ['{code}x{code}', '9:1'],
  ],
  notes: [
    ['- a\n\nNote: do not say this aloud', '11:1'],
    ['- a\n\nNotes:\nb', '11:1'],
  ],
};

describe('what is foreign is named at its place, once', () => {
  it.each(
    (Object.keys(FOREIGN) as ForeignName[]).flatMap((name) =>
      SLIPS[name].map(([text, place]) => [name, text, place] as const),
    ),
  )('%s: %s', (name, text, place) => {
    const { code } = FOREIGN[name];
    const found = bodyFindings(section(text)).filter(
      (each) => !/ (?:image-missing|link-not-allowed|markup-malformed)$/.test(each),
    );
    expect(found[0]).toBe(`${place} ${code}`);
  });
});

describe('what is innocent is not', () => {
  it.each([
    'a < b and c > d, or a <b and c> d',
    'Vec<T>, Vec<B>, Map<String, Vec<u8>>, List<int>',
    'I <3 Rust, <- and ->, a <= b, <=> and <>',
    'C: is a drive, D:\\ too',
    'write to <me@x.org> or <https://x.org/a_b>',
    'git commit -m <message>, talkdeck new <kind> <your-name>',
    'a::b::c, std::vector::iterator, ::1 and 10:30:45',
    'x[i][j], a[0][1], f([1], [2]), [[1, 2], [3, 4]]',
    'It costs $5 and $6, or US$20; $HOME and $PATH',
    'a == b == c, x=1==y, === and ==',
    'about ~5 to ~6, ~/bin and ~/lib, 2^10 and 2^20',
    'GET /orders/{code}/items and {code}.json',
    '100% of {a, b}, f{x}, { } and {n}',
    'a -- b, a — b, 1+1=2, +--',
    'Note that it works. Notes are kept.',
    'the layout: two columns',
    'ask [Ada] or [Ben], see [1], [x] marks it',
    '50%% off, #tag, @me, !important!!',
    'press `<kbd>`, `::right::`, `[[x]]`, `$$`, `:::`, ``<b>``, \\<b>, &lt;b&gt;',
    'the code `goes\nover` a line',
    '```html\n<p class="a">x</p>\n:::\n{{< x >}}\n```',
    '- a\n- b: c\n- d: e',
    '> quoted: [x](https://x.org)',
    '一行<br>两行',
    '(1) holds if (2) does',
    '① alone',
    'a. m. and p. m.',
    'a\n\n- - -\n\nb\n\n* * *\n\nc',
    'a[^1]\n\n[^1]: source',
    'i++ and ++j, C++ and g++, a + b ++ c',
    'a || b || c, 50%% of 20%% of it',
    'C:\\Users\\me, \\d{2}, f {a} and {b: 1}',
    '\\[1\\] and \\[x\\]',
    '\\(1\\) and \\(see below\\), f\\(1\\), `\\(x^2\\)`',
    '\\(and ==this== too\\), \\(in snake_case\\), \\(1\\) and x_1',
    'std::vector is:: not one, ns:: neither',
    '*one* is\n*two*',
    '1.5 million\n2.5 million',
    '— Ada',
    '— one  \n— two',
    '一、二、三',
    'h2 is a heading, i. e. large',
    'x^[2] and [^a-z]+ in `[^1]`',
    '> [!NOTE] Mind\n> the gap.',
    'Term\n: what it means\n: : and more',
    'x^2^ and ==y== in H~2~O',
    'Cost is $O(n^2)$ here, $x$ and $$y^2$$',
    '$$ x = 1 $$',
    '> $$\n> x\n> $$',
    '```math\nx^2\n```',
  ])('%s', (text) => {
    expect(bodyFindings(section(text))).toEqual([]);
  });
});

describe('event.md allows it to be shown as typed', () => {
  it.each([
    ['html-as-text', 'Press <kbd>F5</kbd>'],
    ['slidev-markup', '::right::'],
  ])('%s', (code, text) => {
    const event = EVENT.replace('lang:', `allow: [${code}]\nlang:`);
    const talk = TALK_HEAD + section(text);
    expect(findingsOf({ 'event.md': event, 'talks/01-huang.md': talk })).toEqual([]);
    expect(findingsOf({ 'talks/01-huang.md': talk })).toEqual([
      `talks/01-huang.md:9:${text.startsWith(':') ? 1 : 7} ${code}`,
    ]);
  });

  it('and nothing else', () => {
    const event = EVENT.replace('lang:', 'allow: [no-talks]\nlang:');
    expect(findingsOf({ 'event.md': event })).toEqual(['event.md:3:9 wrong-choice']);
  });
});

describe('--fix writes what is plain in Markdown', () => {
  it.each([
    ['Press <kbd>F5</kbd>, <mark>now</mark>', 'Press `F5`, ==now=='],
    ['H<sub>2</sub>O, x<sup>2</sup>, <sup>a b</sup>', 'H~2~O, x^2^, <sup>a b</sup>'],
    [
      '<p class=MsoNormal>Some <b>bold</b> <i>and</i> <s>old</s> text</p>',
      'Some **bold** *and* ~~old~~ text',
    ],
    ['<span lang=EN-US style="color: red">Text<o:p></o:p></span>', 'Text'],
    [
      '<p align="center">\n<a href="https://x.org/a">\n<img src="https://x.org/b.png" alt="B">\n</a>\n</p>',
      '\n[\nB\n](https://x.org/a)\n',
    ],
    ['<details><summary>More</summary>\n\nText\n\n</details>', '**More**\n\nText\n\n'],
    ['- see <a href="https://x.org/a">here</a>', '- see [here](https://x.org/a)'],
    ['`<b>` and <b>b</b>', '`<b>` and **b**'],
    ['<v-clicks>\n\n- one\n- two\n\n</v-clicks>', '\n\n- one\n- two\n\n'],
    ['- one\n\nNote: do not say this aloud', '- one\n\n<!-- do not say this aloud -->'],
    ['- one\n\n::: {.notes}\nDo not.\n:::', '- one\n\n<!--\nDo not.\n-->'],
    ['- one\n\n<!-- _class: lead -->', '- one\n\n'],
    ['```ts {monaco}\na\n```', '```ts \na\n```'],
    [
      'Table   Rows\n------  ----\na          1\nb|c       20\n\nText',
      '| Table | Rows |\n| --- | --- |\n| a | 1 |\n| b\\|c | 20 |\n\nText',
    ],
    ['表格    行数\n------  ----\n订单表  1200', '| 表格 | 行数 |\n| --- | --- |\n| 订单表 | 1200 |'],
    ['A    B\n---  ---\n1    2 3\n     4\n---  ---', '| A | B |\n| --- | --- |\n| 1 | 2 3 |\n|  | 4 |\n'],
    ['so \\(x^2\\) holds', 'so $x^2$ holds'],
    ['**Note:**text', '**Note:** text'],
    ['**Note:**text and 中文**“好”**了', '**Note:** text and 中文**“好”**了'],
    ['• one\n• two', '- one\n- two'],
    ['– one\n– two', '- one\n- two'],
    ['o   one\no   two', '- one\n- two'],
    ['*one\n*two', '- one\n- two'],
    ['[x] one\n[ ] two', '- [x] one\n- [ ] two'],
    ['☑ one\n☐ two', '- ☑ one\n- ☐ two'],
    ['一、甲\n二、乙', '1. 甲\n2. 乙'],
    ['i. one\nii. two', '1. one\n2. two'],
    ['1.one\n2.two', '1. one\n2. two'],
    ['(@) one\n(@) two', '1. one\n2. two'],
    ['#. one\n#. two', '1. one\n2. two'],
    ['1、一\n2、二', '1. 一\n2. 二'],
    ['（1）一\n（2）二', '1. 一\n2. 二'],
    ['(1) one\n(2) two', '1. one\n2. two'],
    ['① one\n② two', '1. one\n2. two'],
    ['a. one\nb. two', '1. one\n2. two'],
    ['-one\n-two', '- one\n- two'],
    // A list that begins within a paragraph is left to the author.
    ['so:\n• one', 'so:\n• one'],
    ['```{python}\na\n```', '```python\na\n```'],
    // An element over two lines, and one nested in an element that stays.
    ['<b>one\ntwo</b>', '<b>one\ntwo</b>'],
  ])('%s', (before, after) => {
    const talk = TALK_HEAD + section(before);
    using meetup = tempMeetup({ 'talks/01-huang.md': talk });
    const errorsOf = (content: Parameters<typeof validate>[0]) =>
      validate(content).findings.filter(({ severity }) => severity === 'error');
    const [fixed] = fixContent(readContent(meetup.root), errorsOf);
    expect(fixed?.after ?? talk).toBe(TALK_HEAD + section(after));
    expect(check(meetup.root).length).toBeGreaterThan(0);
  });
});

describe('--fix makes links of pictures on the network', () => {
  it.each([
    ['![A fox](https://x.org/a.png)', '[A fox](https://x.org/a.png)'],
    ['![](https://x.org/a.png "Fox"){width=50%}', '[a.png](https://x.org/a.png "Fox")'],
    [
      '[![CI](https://x.org/ci.svg)](https://x.org/ci) [![npm][img]][npm]\n\n[img]: https://x.org/n.svg\n[npm]: https://x.org/n',
      '[CI](https://x.org/ci) [npm][npm]\n\n[img]: https://x.org/n.svg\n[npm]: https://x.org/n',
    ],
    [
      '<p align="center">\n<a href="https://x.org/a">\n<img src="https://x.org/b.png" alt="B">\n</a>\n</p>',
      '\n[\nB\n](https://x.org/a)\n',
    ],
    [
      '`![a](https://x.org/a.png)` ![a](https://x.org/a.png)',
      '`![a](https://x.org/a.png)` [a](https://x.org/a.png)',
    ],
  ])('%s', async (before, after) => {
    using meetup = tempMeetup({ 'talks/01-huang.md': TALK_HEAD + section(before) });
    await fix({ root: meetup.root });
    expect(readFileSync(join(meetup.root, 'content/talks/01-huang.md'), 'utf8')).toBe(
      TALK_HEAD + section(after),
    );
  });
});
