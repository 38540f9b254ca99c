import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { formulaMath } from '../../src/content/summary/formula.ts';
import { withDiagramFonts } from '../../src/site/diagram-fonts.ts';
import { html } from '../../src/site/html.ts';
import { mathHtml } from '../../src/site/math-html.ts';
import { readFlow } from '../../src/site/read-flow.ts';
import { readable } from '../../src/site/site-look.ts';
import { Anchors, addressFrom } from '../../src/site/site-places.ts';

describe('HTML', () => {
  it('escapes what is not HTML yet, for text and attributes', () => {
    const typed = `<b a="1">&'</b>\u0000\u001b`;
    expect(html`<i title="${typed}">${typed}${html`<br>`}${[html`${1}`, html`${null}`]}</i>`.toHTML()).toBe(
      '<i title="&lt;b a=&quot;1&quot;&gt;&amp;&#39;&lt;/b&gt;">&lt;b a=&quot;1&quot;&gt;&amp;&#39;&lt;/b&gt;<br>1</i>',
    );
  });
});

describe('formulas', () => {
  const drawn = (tex: string) => mathHtml(formulaMath(tex, false), tex, false).toHTML();

  it('are MathML, and nothing of what was typed runs', () => {
    expect(drawn('a < b^2')).toBe(
      '<math display="inline" aria-label="a &lt; b^2"><mrow><mi>a</mi><mo>&lt;</mo><msup><mi>b</mi><mn>2</mn></msup></mrow></math>',
    );
    expect(drawn('\\text{<img src=x onerror=a>}')).toBe(
      '<math display="inline" aria-label="\\text{&lt;img src=x onerror=a&gt;}"><mrow><mtext>&lt;img\u00a0src=x\u00a0onerror=a&gt;</mtext></mrow></math>',
    );
  });

  it('that cannot be set are shown as they were typed', () => {
    expect(drawn('\\frac{<')).toBe('<code>\\frac{&lt;</code>');
  });
});

describe('flowcharts in words', () => {
  it('are their arrows, with the names of the boxes', () => {
    const source =
      'flowchart LR\n  a["One (1)"] --> b(Two)\n  b -->|yes| c{Three} -.-> a\n  b -- no --> d & e\n  f[Alone]\n  style a fill:#fff';
    expect(readFlow(source)).toEqual([
      { from: 'One (1)', to: 'Two', label: null },
      { from: 'Two', to: 'Three', label: 'yes' },
      { from: 'Three', to: 'One (1)', label: null },
      { from: 'Two', to: 'd', label: 'no' },
      { from: 'Two', to: 'e', label: 'no' },
      { from: 'Alone', to: null, label: null },
    ]);
  });

  it('are left to their source where they are another diagram, or not understood', () => {
    expect(readFlow('sequenceDiagram\n  a->>b: Hello')).toBeNull();
    expect(readFlow('flowchart LR\n  a@{ shape: rect } --> b')).toBeNull();
  });
});

describe('addresses', () => {
  it('lead from any page to any file, without a base', () => {
    expect(addressFrom('index.html', 'talks/\u5b63.html')).toBe('talks/%E5%AD%A3.html');
    expect(addressFrom('talks/a.html', 'qa.html', 'q1')).toBe('../qa.html#q1');
    expect(addressFrom('talks/a.html', 'talks/a.html', 'x y')).toBe('#x%20y');
    expect(addressFrom('talks/a.html', 'talks/b.html')).toBe('b.html');
  });

  it('have anchors of letters and digits of any script, each once', () => {
    const anchors = new Anchors();
    expect(
      ['B 轮之后，<谁>？', 'Same!', 'same', '…', 'Q1', 'Links', 'Note 1'].map((title) =>
        anchors.named(title),
      ),
    ).toEqual(['b-轮之后-谁', 'same', 'same-2', 'section', 'q1-2', 'links-2', 'note-1-2']);
  });
});

it('a colour of one ground can be read on the other', () => {
  expect(readable('#0b5cad', '#ffffff')).toBe('#0b5cad');
  expect(readable('#0b5cad', '#0e1014')).not.toBe('#0b5cad');
});

it('a diagram has the fonts of its labels in it, each once, and no others', async () => {
  const inter = createRequire(import.meta.url).resolve(
    '@fontsource/inter/files/inter-latin-400-normal.woff2',
  );
  const face = (rest: string) => `@font-face { font-family: "Inter"; src: url("a.woff2"); ${rest} }`;
  // Decks that share nothing contain the same fonts again.
  const files = ['1', '2'].flatMap((deck) => [
    { path: `${deck}/a.woff2`, content: readFileSync(inter) },
    {
      path: `${deck}/a.css`,
      content: `${face('')}${face('font-style: italic')}${face('unicode-range: U+4E00')}`,
    },
    { path: `${deck}/b.css`, content: face('').replace('Inter', 'Other') },
  ]);
  const svg = '<svg><style>p { font-family: Inter }</style><text>Write &lt; Speak</text></svg>';
  const drawn = await withDiagramFonts(svg, files, { get: () => null, put() {} });
  expect(drawn.match(/@font-face/g)).toHaveLength(1);
  expect(drawn).toContain('</style><text>Write &lt; Speak</text></svg>');
  expect(drawn.length).toBeLessThan(8_000);
});
