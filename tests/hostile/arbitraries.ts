import fc from 'fast-check';
import type { LineSpan } from '../../src/base/text.ts';
import { type Block, CALLOUTS, type Inline, type Prose } from '../../src/content/summary/markup.ts';
import { VECTORS } from './vectors.ts';

const PUNCTUATION = [...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'];
/** What patterns look for, split up so that the pieces can meet by chance. */
const PIECES = [
  ...[
    '{{',
    '}}',
    '---',
    '--',
    '-->',
    '<!--',
    '```',
    '``',
    '::',
    ']]',
    '](',
    '[^',
    '![',
    '<<<',
    '$$',
    '**',
    '__',
  ],
  ...[
    'a',
    'b1',
    'http',
    'https:',
    '//x.cn',
    'www.',
    '@b.cn',
    '.md',
    'url(',
    'src="',
    '.png',
    'amp;',
    '#123;',
  ],
  ...[
    'lbrace;',
    '<Tweet',
    '{monaco',
    '[click]',
    '[CLICK]',
    '[x] ',
    '[!NOTE]',
    'v-drag',
    'script',
    'style',
    'yaml',
  ],
  ...[
    '1.',
    '12)',
    '\u6570\u636E',
    '\uFF0C',
    '\u{1F600}',
    '\u200B',
    '\uFEFF',
    '\u00A0',
    '\u3000',
    '\u2028',
    '\uE000',
  ],
  ...[' ', ' ', ' ', '  ', '\t', '\r', '\n'],
];

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PUNCTUATION) },
  { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.constantFrom(...VECTORS.map(({ text }) => text)) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
);

/** Any text, mostly made of pieces that mean something to some parser. */
export const anyText: fc.Arbitrary<string> = fc
  .oneof(
    {
      weight: 8,
      arbitrary: fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join('')),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  )
  // Neither markdown-it nor the schema lets lone surrogates or NUL through.
  .map((text) => Buffer.from(text).toString().replaceAll('\u0000', '\uFFFD'));

/** Code text as Markdown yields it: without line breaks. */
export const codeText: fc.Arbitrary<string> = anyText
  .map((text) => text.replaceAll(/[\n\r]/g, ' '))
  .filter((text) => text !== '');

const TEX = [
  ...[
    '\\frac{a}{b}',
    '\\sqrt{',
    '}',
    '{',
    '^',
    '_',
    '\\text{',
    '\\textcolor{red}{',
    '\\href{javascript:x}{y}',
    '\\url{//x.cn}',
  ],
  ...[
    '\\includegraphics{a.png}',
    '\\htmlClass{a}{b}',
    '\\htmlStyle{color:red}{x}',
    '\\htmlData{a=b}{x}',
    '\\htmlId{a}{b}',
  ],
  ...[
    '\\def\\a{',
    '\\gdef\\b{\\b\\b}',
    '\\a',
    '\\b',
    '\\\\',
    '&',
    '\\begin{matrix}',
    '\\end{matrix}',
    '\\{\\{',
    '\\}\\}',
  ],
  ...[
    '\\widehat{abc}',
    '\\overbrace{x}',
    '\\xrightarrow{x}',
    '\\rule{9em}{9em}',
    '\\char`a',
    '\\verb|{{a}}|',
    '\\tag{1}',
    '\\left(',
    '\\right)',
  ],
  ...[
    'x',
    'y',
    '1',
    '+',
    '\u6570',
    '\\mathcal{L}',
    '\\color{#0b5cad}',
    '\\fbox{a}',
    '\\cancel{a}',
    '\\angl{n}',
    '\\phase{x}',
    '%',
    '~',
    "'",
  ],
];

/** Formulas, most of them faulty. */
export const anyTex: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...TEX) },
      { weight: 1, arbitrary: anyText },
      { weight: 2, arbitrary: anyText.map((text) => `\\text{${text}}`) },
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(' '));

const HREFS = [
  'https://example.org/',
  'https://example.org/a_(b)?c={{d}}&e=$f$#--g',
  'https://example.org/[click]/<Tweet>/a|b',
  'mailto:a@example.org?subject={{x}}',
  'javascript:globalThis.pwned=1',
  'file:///etc/passwd',
  '#known',
  '#unknown',
] as const;

/** A type, because an interface is not assignable to Record. */
type Trees = {
  inlines: readonly Inline[];
  inline: Inline;
  blocks: readonly Block[];
  block: Block;
};

const lines: LineSpan = { first: 1, last: 1 };
const prose = (inlines: readonly Inline[]): Prose => ({ inlines, citations: [], lines });

const trees = fc.letrec<Trees>((tie) => ({
  // A break needs something before it.
  inlines: fc
    .array(tie('inline'), { minLength: 1, maxLength: 4 })
    .filter(([first]) => first?.type !== 'break'),
  inline: fc.oneof(
    { depthSize: 'small' },
    {
      weight: 5,
      arbitrary: anyText.filter((text) => text.trim() !== '').map((text): Inline => ({ type: 'text', text })),
    },
    { weight: 3, arbitrary: codeText.map((text): Inline => ({ type: 'code', text })) },
    { weight: 1, arbitrary: fc.constant<Inline>({ type: 'break' }) },
    {
      weight: 1,
      arbitrary: anyText.map((alt): Inline => ({ type: 'image', image: { src: 'pixel.png', alt } })),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom('strong', 'emphasis', 'strike', 'marked', 'lowered', 'raised'), tie('inlines'))
        .map(([type, children]): Inline => ({ type, children })),
    },
    {
      weight: 1,
      arbitrary: tie('inlines').map(
        (inlines): Inline => ({ type: 'footnote', label: 'a', note: prose(inlines) }),
      ),
    },
    {
      weight: 3,
      // Markdown does not nest links.
      arbitrary: fc
        .tuple(fc.constantFrom(...HREFS), tie('inlines'))
        .map(([href, children]): Inline => ({ type: 'link', href, children: children.map(unlinked) })),
    },
  ),
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
  block: fc.oneof(
    { depthSize: 'small' },
    {
      weight: 4,
      arbitrary: tie('inlines').map(
        (inlines): Block => ({ type: 'paragraph', prose: prose(inlines), lines }),
      ),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(
          fc.constantFrom('', 'ts', 'TS', 'nolang', 'c++', 'plantuml', 'plantumlx', 'mermaidx'),
          codeLines(),
        )
        .map(([lang, text]): Block => ({ type: 'code', lang, text, lines })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.boolean(),
          fc.integer({ min: 0, max: 99 }),
          fc.array(tie('blocks'), { minLength: 1, maxLength: 3 }),
        )
        .map(
          ([ordered, start, items]): Block => ({
            type: 'list',
            ordered,
            start,
            items: items.map((blocks) => ({ blocks, lines })),
            lines,
          }),
        ),
    },
    { weight: 1, arbitrary: tie('blocks').map((blocks): Block => ({ type: 'quote', blocks, lines })) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom(...CALLOUTS), fc.option(tie('inlines')), tie('blocks')).map(
        ([kind, title, blocks]): Block => ({
          type: 'callout',
          kind,
          title: title && prose(title),
          blocks,
          lines,
        }),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.array(fc.tuple(tie('inlines'), tie('blocks')), { minLength: 1, maxLength: 2 }).map(
        (items): Block => ({
          type: 'definitions',
          items: items.map(([term, blocks]) => ({ term: prose(term), meanings: [blocks], lines })),
          lines,
        }),
      ),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.tuple(tie('inlines'), tie('inlines')), { minLength: 1, maxLength: 3 })
        .map(([header = [], ...rows]): Block => {
          const cells = (row: readonly (readonly Inline[])[]) => row.map(prose);
          return {
            type: 'table',
            header: cells(header),
            align: [null, 'right'],
            rows: rows.map(cells),
            lines,
          };
        }),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.integer({ min: 3, max: 6 }), tie('inlines')).map(
        ([level, inlines]): Block => ({
          type: 'heading',
          level,
          prose: prose(inlines),
          marker: null,
          anchor: null,
          lines,
        }),
      ),
    },
    { weight: 1, arbitrary: fc.constant<Block>({ type: 'rule', lines }) },
  ),
}));

/** Inline content, including adjacent texts as left by a disallowed link. */
export const anyInlines: fc.Arbitrary<readonly Inline[]> = trees.inlines;
export const anyBlocks: fc.Arbitrary<readonly Block[]> = trees.blocks;

function codeLines(): fc.Arbitrary<string> {
  return fc
    .array(anyText, { minLength: 1, maxLength: 3 })
    .map((texts) => `${texts.join('\n').replaceAll('\r', '')}\n`);
}

function unlinked(inline: Inline): Inline {
  if (inline.type === 'link') return { type: 'strike', children: inline.children.map(unlinked) };
  return 'children' in inline ? { ...inline, children: inline.children.map(unlinked) } : inline;
}
