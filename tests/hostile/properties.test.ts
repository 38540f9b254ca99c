import { parser } from '@slidev/cli';
import { NodeTypes, parse as parseHtml, type TemplateChildNode } from '@vue/compiler-dom';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { setFormula } from '../../src/content/summary/formula.ts';
import { labelsFor } from '../../src/deck/labels.ts';
import { blockMarkdown } from '../../src/render/block-markdown.ts';
import { escapeHtml, escapeYaml } from '../../src/render/escape.ts';
import { formulaMarkdown } from '../../src/render/formula.ts';
import { Inert } from '../../src/render/inert.ts';
import type { InlineContext } from '../../src/render/inline-markdown.ts';
import { IS_WHOLE } from '../deep.ts';
import { anyBlocks, anyInlines, anyTex, anyText } from './arbitraries.ts';
import { expectInlines } from './expect-inlines.ts';
import { openSlidevReader, type Seen, type SlidevReader } from './slidev-reader.ts';
import { startTally } from './start-tally.ts';
import { bare, normalize } from './text.ts';
import { textOfBlock } from './text-of-block.ts';
import { VECTORS } from './vectors.ts';

let slidev: SlidevReader;
beforeAll(async () => {
  slidev = await openSlidevReader();
});
afterAll(() => slidev.close());

const RUNS = Number(process.env.FUZZ_RUNS ?? (IS_WHOLE ? 400 : 100));
const tally = startTally('Random texts, read by Slidev:');
const context: InlineContext = {
  place: 'slide',
  labels: labelsFor('en'),
  footnoteNumber: () => 7,
  imagePath: () => './assets/pixel.png',
  slideNumber: (title) => (title === 'known' ? 3 : null),
};
const onNote: InlineContext = { ...context, place: 'note' };

/** Each place where the templates put text, and the element it becomes there. */
const PLACES = {
  p: (text: string) => text,
  h1: (text: string) => `# ${text}`,
  li: (text: string) => `- ${text}`,
  td: (text: string) => `| a |\n| --- |\n| ${text} |`,
  th: (text: string) => `| ${text} |\n| --- |\n| a |`,
  blockquote: (text: string) => `> ${text}`,
  cite: (text: string) => `<cite>${text}</cite>`,
  small: (text: string) => `- a <small>${text}</small>`,
} as const;

/** Checks a property. Also counts the values tried while shrinking a failure. */
async function always<T>(
  kind: string,
  values: fc.Arbitrary<T>,
  check: (value: T) => Promise<void> | void,
  numRuns = RUNS,
): Promise<void> {
  const counted = async (value: T): Promise<void> => {
    try {
      await check(value);
      tally(kind, 1, 0);
    } catch (error) {
      tally(kind, 1, 1);
      throw error;
    }
  };
  await fc.assert(fc.asyncProperty(values, counted), { numRuns });
}

test('words show as they are typed, in every place, and are nothing else', async () => {
  const frames = await Promise.all(Object.values(PLACES).map((put) => slidev.slide(put('\u5B57'))));
  const check = (words: string) => checkWords(words, frames);
  for (const { text } of VECTORS) await check(text.trim());
  tally('vectors, in each of 8 places', VECTORS.length, 0);
  await always('words, in each of 8 places', anyText.map((text) => text.trim()).filter(visible), check);
});

async function checkWords(words: string, frames: readonly Seen[]): Promise<void> {
  const markdown = Inert.words(words, context).toString();
  for (const [index, put] of Object.values(PLACES).entries()) {
    const frame = frames[index] ?? { text: '' };
    const seen = await slidev.slide(put(markdown));
    const source = put(markdown);
    expect({ ...seen, text: normalize(seen.text), source }).toEqual({
      ...frame,
      text: normalize(frame.text.replace('\u5B57', () => words)),
      source,
    });
  }
}

test('inline content shows its text, its marks and its links, and nothing else', async () => {
  await always(
    'inline content',
    fc.tuple(anyInlines, fc.constantFrom(...Object.values(PLACES))),
    async ([inlines, put]) => {
      const source = put(Inert.inline(inlines, context).toString());
      const seen = await slidev.slide(source);
      const frame = await slidev.slide(put('\u5B57'));
      const expected = expectInlines(inlines);
      expect({ ...sorted(seen), source }).toEqual({
        text: bare(frame.text).replace('\u5B57', () => expected.text),
        elements: [...frame.elements, ...expected.elements].filter((tag) => tag !== 'span').sort(),
        live: [],
        targets: expected.targets,
        source,
      });
    },
  );
});

test('blocks keep to their slide, and so does a note', async () => {
  await always('blocks and notes in a deck', fc.tuple(anyBlocks, anyBlocks), async ([blocks, notes]) => {
    const body = blockMarkdown(blocks, context);
    const note = blockMarkdown(notes, onNote);
    const slide = `---\nlayout: text\n---\n\n# title\n\n${body}\n\n<!--\n${note}\n-->\n`;
    const deck = `---\nauthor: a\n---\n\n# cover\n\n${slide}\n${slide}\n---\nlayout: text\n---\n\n# end\n\n\`\`\`\nx\n\`\`\`\n`;
    const { slides } = await parser.parse(deck, 'deck.md');
    expect(slides.map(({ title }) => title)).toEqual(['cover', 'title', 'title', 'end']);
    for (const parsed of slides.slice(1, 3)) {
      expect(parsed.content).toBe(`# title\n\n${body}`.trim());
      expect(parsed.note ?? '').toBe(note.trim());
      expect(parsed.frontmatter).toEqual({ layout: 'text' });
    }
    expect(parser.detectFeatures(deck)).toMatchObject({
      tweet: false,
      bluesky: false,
      monaco: false,
      mermaid: false,
    });
  });
});

test('blocks show their text', async () => {
  await always('blocks', anyBlocks, async (blocks) => {
    const source = blockMarkdown(blocks, context);
    const seen = await slidev.slide(source);
    expect({ text: bare(seen.text), live: seen.live.filter(notSlidevs), source }).toEqual({
      text: blocks.map((block) => textOfBlock(block)).join(''),
      live: [],
      source,
    });
  });
});

test('formulas show what KaTeX draws, and are nothing else', async () => {
  const drawn = /^(?:p|ul|li|span|div|svg|path|line|code)$/;
  await always('formulas', fc.tuple(anyTex, fc.boolean()), async ([tex, isBlock]) => {
    const formula = setFormula(tex, isBlock);
    const source = formulaMarkdown(tex, isBlock);
    expect(source).not.toContain('\n');
    const seen = await slidev.slide(isBlock ? source : `- a ${source} b`);
    const html = 'problem' in formula ? tex : parseText(formula.html);
    expect({ text: bare(seen.text), live: seen.live, source }).toEqual({
      text: isBlock ? bare(html) : `a${bare(html)}b`,
      live: [],
      source,
    });
    expect(seen.elements.filter((tag) => !drawn.test(tag))).toEqual([]);
    expect(seen.targets).toEqual([]);
    expect(parser.detectFeatures(`# T\n\n${source}`)).toMatchObject({
      tweet: false,
      bluesky: false,
      monaco: false,
    });
  });
});

test('notes show their text', async () => {
  await always('notes', anyBlocks, async (blocks) => {
    const source = blockMarkdown(blocks, onNote);
    const seen = await slidev.note(source);
    expect({ text: bare(seen.text), live: seen.live, source }).toEqual({
      text: blocks.map((block) => textOfBlock(block, 'note')).join(''),
      live: [],
      source,
    });
    expect(seen.elements.filter((tag) => !NOTE_ELEMENTS.has(tag))).toEqual([]);
    expect(seen.targets.filter((target) => !/^(?:https|mailto):/.test(target))).toEqual([]);
  });
});

test('front matter gives back the text, and does not end in it', async () => {
  await always(
    'front matter',
    anyText,
    (text) => {
      const yaml = `topic: ${escapeYaml(text)}`;
      expect(parseYaml(yaml)).toEqual({ topic: text });
      expect(yaml).not.toContain('---');
      expect(parser.detectFeatures(yaml)).toMatchObject({ tweet: false, bluesky: false, monaco: false });
      expect(yaml).not.toContain('\n');
    },
    5_000,
  );
});

test('an attribute gives back the text, in Markdown too', async () => {
  await always('attributes', anyText, async (text) => {
    const source = `<span data-monogram="${escapeHtml(text)}">x</span>`;
    expect(attributeOf(source)).toBe(text);
    const seen = await slidev.slide(source);
    expect({ ...seen, source }).toEqual({
      text: 'x',
      elements: ['p', 'span'],
      live: [],
      targets: [],
      source,
    });
  });
});

function attributeOf(source: string): string | undefined {
  const [element] = parseHtml(source).children as TemplateChildNode[];
  const prop = element?.type === NodeTypes.ELEMENT ? element.props[0] : undefined;
  return prop?.type === NodeTypes.ATTRIBUTE ? prop.value?.content : undefined;
}

const NOTE_ELEMENTS: ReadonlySet<string> = new Set(
  'p br strong em del mark sub sup div span dl dt dd a code pre ul ol li blockquote table thead tbody tr th td h3 h4 h5 h6 hr'.split(
    ' ',
  ),
);

/** The text of HTML. */
function parseText(html: string): string {
  const visit = (node: TemplateChildNode): string =>
    node.type === NodeTypes.TEXT
      ? node.content
      : node.type === NodeTypes.ELEMENT
        ? node.children.map(visit).join('')
        : '';
  return parseHtml(html, { delimiters: ['\u0000', '\u0000'] })
    .children.map(visit)
    .join('');
}

/** Slidev's own binding on a code block. */
function notSlidevs(live: string): boolean {
  return !/^:ranges='\[\]'$/.test(live);
}

function visible(text: string): boolean {
  return normalize(text) !== '';
}

function sorted(seen: Seen): Seen {
  return {
    ...seen,
    text: bare(seen.text),
    elements: seen.elements.filter((tag) => tag !== 'span').sort(),
    targets: seen.targets.map(decodeURIComponent),
  };
}
