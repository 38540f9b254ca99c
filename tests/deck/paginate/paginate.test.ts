import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/content/summary/markup.ts';
import type { Slide, SlideOf } from '../../../src/deck/kinds/slides.ts';
import { compileMeetup, deckText, EVENT, type Files, talk } from '../../compile-meetup.ts';

const TALK = 'content/talks/01-ada.md';
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);
const list = (count: number, item: (n: number) => string) => numbers(count).map(item).join('\n');
/** About 10 characters each, ending in a full stop. */
const sentences = (count: number) =>
  list(count, (n) => `Sentence number ${n} says this.`).replaceAll('\n', ' ');

function slidesOf(files: Files, deck = 0): readonly Slide[] {
  const { value, findings } = compileMeetup(files);
  if (!value) throw new Error(JSON.stringify(findings));
  return value.decks[deck]?.deck.slides ?? [];
}

/** The slides of a talk with one section. */
function slides(body: string, settings = ''): readonly Slide[] {
  const event = EVENT.replace('host:', `${settings}host:`);
  return slidesOf({ 'content/event.md': event, [TALK]: talk(body) }).filter(({ place }) => place !== null);
}

function only<K extends Slide['kind']>(found: readonly Slide[], kind: K): readonly SlideOf<K>[] {
  const same = found.filter((slide): slide is SlideOf<K> => slide.kind === kind);
  expect(same).toHaveLength(found.length);
  return same;
}

const parts = (found: readonly Slide[]) => found.map(({ part }) => part && `${part.index}/${part.total}`);
const densities = (found: readonly Slide[]) => found.map(({ density }) => density);
const items = (found: readonly Slide[]) =>
  only(found, 'points').map((slide) => slide.items.map(({ text }) => plainText(text)));

describe('type steps up where there is little, and down before a slide is split', () => {
  const points = (count: number) => slides(`## T\n\n${list(count, (n) => `- point ${n}`)}`);

  it.each([
    [1, [-2]],
    [6, [-2]],
    [7, [0]],
    [8, [0]],
    [9, [1]],
    [10, [-2, -2]],
    [11, [-2, -2]],
    [16, [0, 0]],
    [17, [1, 1]],
    [18, [1, 1]],
    [19, [-1, -1, -1]],
    [21, [-1, -1, -1]],
  ])('%d points', (count, expected) => {
    expect(densities(points(count))).toEqual(expected);
  });

  it('evenly, with all points in order, and notes said once', () => {
    const found = slides(`## T\n\n${list(23, (n) => `- point ${n}`)}\n\n<!-- note -->`);
    expect(parts(found)).toEqual(['1/3', '2/3', '3/3']);
    expect(items(found).map(({ length }) => length)).toEqual([8, 8, 7]);
    expect(items(found).flat()).toEqual(numbers(23).map((n) => `point ${n}`));
    expect(found.map(({ notes }) => notes.length)).toEqual([1, 0, 0]);
  });

  it('holds more at 4:3', () => {
    const found = slides(`## T\n\n${list(12, (n) => `- point ${n}`)}`, 'ratio: "4:3"\n');
    expect(densities(found)).toEqual([0]);
  });

  it('gives the parts of a table the largest type that needs no more of them', () => {
    const found = slides(`## T\n\n| a | b |\n|---|---|\n${list(24, (n) => `| r${n} | ${n} |`)}`);
    expect(densities(found)).toEqual([-1, -1, -1, -1]);
  });

  it('for the one sentence of a slide too', () => {
    const takeaway = (text: string) => {
      const files = {
        'content/event.md': EVENT,
        [TALK]: talk('## T\n\n- a').replace('Remember this.', text),
      };
      return slidesOf(files).filter(({ kind }) => kind === 'takeaway');
    };
    expect(densities(takeaway('Short.'))).toEqual([0]);
    expect(densities(takeaway(sentences(4)))).toEqual([0]);
    expect(densities(takeaway(sentences(6)))).toEqual([1]);
    expect(densities(takeaway(sentences(9)))).toEqual([1]);
    expect(densities(takeaway(sentences(11)))).toEqual([2]);
  });
});

describe('what has little to say', () => {
  const set = (body: string) => slides(`## T\n\n${body}`).map(({ voice, isMiddle }) => [voice, isMiddle]);

  it('is a statement where it is one short point, and a sentence where that is too long', () => {
    expect(set('- Come and talk to us.')).toEqual([['statement', true]]);
    expect(set(`- ${sentences(3).replaceAll('.', ';')}`)).toEqual([['sentence', true]]);
    expect(set('- a\n- b')).toEqual([[undefined, true]]);
    expect(set('- a\n  - b')).toEqual([[undefined, true]]);
  });

  it('is a sentence where it is a paragraph of one or two', () => {
    expect(set('One.')).toEqual([['sentence', true]]);
    expect(set(sentences(2))).toEqual([['sentence', true]]);
    expect(set(sentences(3))).toEqual([[undefined, true]]);
    expect(set('One.\n\nTwo.')).toEqual([[undefined, true]]);
  });

  it('is centred on its slide unless it fills 60 % of it', () => {
    expect(set(list(3, (n) => `- point ${n}`))).toEqual([[undefined, true]]);
    expect(set(list(4, (n) => `- point ${n}`))).toEqual([[undefined, undefined]]);
  });

  it('has larger code, unless lines would wrap', () => {
    const code = (line: string) => densities(slides(`## T\n\n\`\`\`js\n${line}\n\`\`\``));
    expect(code('const a = 1;')).toEqual([-2]);
    expect(code('x'.repeat(50))).toEqual([-1]);
    expect(code('x'.repeat(60))).toEqual([0]);
    // Wherever the line is, in the first part or a later one.
    const long = `const a = 1;\n${'x'.repeat(60)}`;
    expect(code(long)).toEqual([0]);
    const parts = densities(slides(`## T\n\nOne.\n\n\`\`\`js\n${list(14, () => long)}\n\`\`\`\n\nTwo.`));
    expect(parts.length).toBeGreaterThan(1);
    expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
  });

  it('has a table larger where its rows are few, or stay on one line each', () => {
    const table = (rows: number, cell: string) =>
      densities(slides(`## T\n\n| a | b |\n|---|---|\n${list(rows, (n) => `| ${n} | ${cell} |`)}`));
    expect(table(3, sentences(3))).toEqual([-1]);
    expect(table(4, 'short')).toEqual([-1]);
    expect(table(4, sentences(3))).toEqual([0]);
  });
});

describe('a divider', () => {
  it('is set smaller, and never parted', () => {
    const divider = (heading: string) =>
      slidesOf({ 'content/event.md': EVENT, [TALK]: talk(`## ${heading}`) }).filter(
        ({ kind }) => kind === 'divider',
      );
    expect(densities(divider('Part two'))).toEqual([0]);
    expect(densities(divider(sentences(3)))).toEqual([0]);
    expect(densities(divider(sentences(6)))).toEqual([1]);
    expect(densities(divider(sentences(7)))).toEqual([2]);
  });
});

describe('natural places', () => {
  it('goes on counting in steps', () => {
    const found = only(slides(`## T\n\n${list(14, (n) => `${n}. step`)}`), 'steps');
    expect(found.map(({ start }) => start)).toEqual([1, 8]);
  });

  it('repeats the header of a table', () => {
    const rows = numbers(12).map((n) => `| r${n} | ${n} |`);
    const deck = deckText(
      { 'content/event.md': EVENT, [TALK]: talk(`## T\n\n| a | b |\n|---|---|\n${rows.join('\n')}`) },
      'ada',
    );
    expect(deck.match(/^\| a \| b \|$/gm)).toHaveLength(2);
    expect(deck.match(/^\| r\d+ \| \d+ \|$/gm)).toEqual(rows);
    expect(deck).toContain('# T (1/2)');
    expect(deck).toContain('# T (2/2)');
  });

  it('parts a long text between its blocks, and a list in it between its items', () => {
    const found = only(
      slides(`## T\n\nFirst.\n\n${list(12, (n) => `- item ${n}`)}\n\nLast.\n\nEnd.`),
      'text',
    );
    expect(found.map(({ blocks }) => blocks.map(({ type }) => type))).toEqual([
      ['paragraph', 'list'],
      ['list', 'paragraph', 'paragraph'],
    ]);
  });

  it('keeps the paragraph above on the first page and the one below on the last', () => {
    const found = slides(`## T\n\nAbove.\n\n${list(14, (n) => `- point ${n}`)}\n\nBelow.`);
    const frames = only(found, 'points').map(({ lead, aside }) => [lead !== null, aside !== null]);
    expect(frames).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('gives a paragraph that takes more than a page slides of its own', () => {
    const found = slides(`## T\n\n${sentences(60)}\n\n${list(8, (n) => `- point ${n}`)}`);
    expect(found.map(({ kind }) => kind)).toEqual(['text', 'points', 'points']);
    expect(parts(found)).toEqual(['1/3', '2/3', '3/3']);
  });

  it('ends no page with a heading', () => {
    for (let before = 1; before < 12; before += 1) {
      const body = `${list(before, (n) => `Paragraph ${n}.\n`)}\n### Heading\n\n${list(9, (n) => `After ${n}.\n`)}`;
      const found = only(slides(`## T\n\n${body}`), 'text');
      for (const { blocks } of found) expect(blocks.at(-1)?.type).not.toBe('heading');
    }
  });

  it('keeps what follows a colon with it', () => {
    const filler = list(8, (n) => `Paragraph ${n}.\n`);
    const found = only(slides(`## T\n\n${filler}\nAs follows:\n\n${list(4, (n) => `- item ${n}`)}`), 'text');
    const [first] = found.map(({ blocks }) => blocks.at(-1));
    expect(found).toHaveLength(2);
    expect(first?.type === 'paragraph' && plainText(first.prose.inlines)).not.toBe('As follows:');
  });

  it('breaks code at a blank line if one is near', () => {
    const code = [...numbers(11).map((n) => `a(${n});`), '', ...numbers(9).map((n) => `b(${n});`)];
    const found = only(slides(`## T\n\n\`\`\`js\n${code.join('\n')}\n\`\`\``), 'code');
    expect(found.flatMap((slide) => slide.code.split('\n'))).toEqual(code);
    expect(found.map((slide) => slide.code[0])).toEqual(['a', 'b']);
  });
});

describe('what is higher than a page', () => {
  it('is split at the end of a sentence, in a paragraph', () => {
    const found = only(slides(`## T\n\n${sentences(60)}`), 'text');
    const texts = found.map(({ blocks }) =>
      blocks.map((block) => (block.type === 'paragraph' ? plainText(block.prose.inlines) : '')),
    );
    expect(texts.flat().join('')).toBe(sentences(60));
    for (const [text = ''] of texts) expect(text).toMatch(/^Sentence.*this\. ?$/);
  });

  it('keeps its marks', () => {
    const found = only(
      slides(`## T\n\n**${sentences(60)}** [${sentences(30)}](https://example.org)`),
      'text',
    );
    const kinds = found.map(({ blocks: [block] }) =>
      block?.type === 'paragraph' ? block.prose.inlines.map(({ type }) => type) : [],
    );
    expect(kinds.length).toBeGreaterThan(2);
    expect(kinds[0]).toEqual(['strong']);
    expect(kinds.at(-1)?.at(-1)).toBe('link');
  });

  it('is split between words if there is no full stop, and inside a word that fills a page', () => {
    const words = 'word '.repeat(700).trim();
    const long = 'x'.repeat(3000);
    for (const text of [words, long]) {
      const found = only(slides(`## T\n\n- ${text}\n- after`), 'points');
      const said = items(found).flat();
      expect(said.slice(0, -1).join('')).toBe(text);
      expect(said.at(-1)).toBe('after');
      expect(found.length).toBeGreaterThan(2);
    }
  });

  it('is an item alone: its nested list goes on without the text above it, a step under the same number', () => {
    const nested = list(20, (n) => `   - nested ${n}`);
    const found = only(slides(`## T\n\n1. one\n2. two\n${nested}\n3. three`), 'steps');
    expect(found.map(({ start }) => start)).toEqual([1, 2]);
    expect(found.map((slide) => slide.items.map(({ text }) => plainText(text)))).toEqual([
      ['one', 'two'],
      ['', 'three'],
    ]);
  });

  it('is a row of a table', () => {
    const found = only(slides(`## T\n\n| a | b |\n|---|---|\n| ${sentences(60)} | x |`), 'table');
    expect(found.length).toBeGreaterThan(1);
    expect(found.flatMap(({ rows }) => rows.map(([cell = []]) => plainText(cell))).join('')).toBe(
      sentences(60),
    );
    expect(found.flatMap(({ rows }) => rows.map(([, cell = []]) => plainText(cell))).join('')).toBe('x');
  });

  it('is code within text, which keeps its language', () => {
    const code = list(40, (n) => `line(${n});`);
    const found = only(slides(`## T\n\nOnce.\n\nBefore.\n\n\`\`\`js\n${code}\n\`\`\`\n\nAfter.`), 'text');
    const blocks = found.flatMap((slide) =>
      slide.blocks.flatMap((block) => (block.type === 'code' ? [block] : [])),
    );
    expect(blocks.map(({ text }) => text).join('\n')).toBe(code);
    expect(new Set(blocks.map(({ lang }) => lang))).toEqual(new Set(['js']));
  });

  it('is a quote, with its author at the end', () => {
    const found = only(slides(`## T\n\n> ${sentences(40)}\n>\n> \u2014 Somebody`), 'quote');
    expect(found.length).toBeGreaterThan(1);
    expect(found.map(({ attribution }) => attribution !== null)).toEqual(
      found.map((_, index) => index === found.length - 1),
    );
  });
});

describe('columns', () => {
  it('are spread over several tables where they could not be read', () => {
    const columns = numbers(14);
    const row = (cell: (n: number) => string) => `| ${columns.map(cell).join(' | ')} |`;
    const body = [row((n) => `Column ${n}`), `|${'---|'.repeat(14)}`, row((n) => `availability ${n}`)].join(
      '\n',
    );
    const found = only(slides(`## T\n\n${body}`), 'table');
    const headers = found.map(({ header }) => header.map((cell) => plainText(cell)));
    expect(headers.length).toBeGreaterThan(1);
    for (const [first] of headers) expect(first).toBe('Column 1');
    expect(headers.flatMap(([, ...others]) => others)).toEqual(columns.slice(1).map((n) => `Column ${n}`));
  });

  it('stay together where they are narrow', () => {
    const row = (cell: string) => `| ${Array(14).fill(cell).join(' | ')} |`;
    expect(slides(`## T\n\n${row('1.2')}\n|${'---|'.repeat(14)}\n${row('3.4')}`)).toHaveLength(1);
  });
});

describe('answers', () => {
  const answers = (...turns: readonly (readonly [string, string])[]) =>
    slidesOf(
      {
        'content/event.md': EVENT,
        [TALK]: talk('## T\n\n- a'),
        'content/talks/02-ben.md': talk('## T\n\n- a').replace('Ada', 'Ben'),
        'content/qa/01-q.md': `---\nquestion: Q?\naskedBy: Hanna\ntopic: T\n---\n\n${turns
          .map(([name, text]) => `### ${name}\n\n${text}\n\n<!-- note of ${name} -->`)
          .join('\n\n')}\n`,
      },
      2,
    ).filter(({ kind }) => kind === 'answer' || kind === 'answers');
  const people = (found: readonly Slide[]) =>
    found.map((slide) =>
      slide.kind === 'answers'
        ? slide.answers.map(({ person }) => person.name)
        : slide.kind === 'answer'
          ? slide.person.name
          : '',
    );

  it('are side by side if they fit, with the notes of all', () => {
    const found = answers(['Ada', 'Yes.'], ['Ben', 'No.']);
    expect(people(found)).toEqual([['Ada', 'Ben']]);
    expect(found[0]?.notes).toHaveLength(2);
    expect(people(answers(['Ada', 'Yes.'], ['Ben', 'No.'], ['Hanna', 'Well.']))).toEqual([
      ['Ada', 'Ben', 'Hanna'],
    ]);
  });

  it('are never one alone, nor two of the same person', () => {
    expect(people(answers(['Ada', 'Yes.']))).toEqual(['Ada']);
    expect(people(answers(['Ada', 'Yes.'], ['Ada', 'Still.']))).toEqual(['Ada', 'Ada']);
    expect(people(answers(['Ada', 'Yes.'], ['Ben', 'No.'], ['Ada', 'Still.']))).toHaveLength(2);
  });

  it('follow each other where they are long, each with its own notes and parts', () => {
    const found = answers(['Ada', sentences(40)], ['Ben', 'No.'], ['Hanna', 'Well.']);
    expect(people(found)).toEqual(['Ada', 'Ada', ['Ben', 'Hanna']]);
    expect(parts(found)).toEqual(['1/2', '2/2', null]);
    expect(found.map(({ notes }) => notes.length)).toEqual([1, 0, 2]);
  });

  it('take no smaller type than one step for it', () => {
    const found = answers(['Ada', sentences(14)], ['Ben', sentences(14)]);
    expect(people(found)).toEqual(['Ada', 'Ben']);
    expect(densities(found)).toEqual([-1, -1]);
  });
});

it('counts Chinese text by its width, which is about twice that of Latin text', () => {
  expect(parts(slides(`## T\n\n${list(9, () => `- ${'架构'.repeat(30)}`)}`))).toEqual(['1/2', '2/2']);
  expect(parts(slides(`## T\n\n${list(9, () => `- ${'ab '.repeat(20)}`)}`))).toEqual([null]);
});

it('a cover that has no room for what three people do names them alone', () => {
  const role = 'Principal Staff Software Development Engineer for Infrastructure and Reliability';
  const people = ['Maximiliane von Hohenstein', 'Bartholomew Oberhausen', 'Christophorus Weyermann'];
  const list = people.map(
    (name) => `  - name: ${name}\n    role: ${role}\n    org: A Rather Long Organisation Limited`,
  );
  const answers = people.map((name) => `### ${name}\n\nYes.\n`).join('\n');
  const { value, findings } = compileMeetup({
    'content/event.md': EVENT.replace(
      'host: Hanna',
      `host: Hanna\nsubtitle: An evening\npeople:\n${list.join('\n')}`,
    ),
    'content/qa/01-x.md': `---\nquestion: X?\naskedBy: Hanna\ntopic: T\n---\n\n${answers}`,
  });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const qa = value?.decks.find(({ deck }) => deck.slug === 'qa')?.deck;
  expect(qa?.cover.people.map(({ name, role: shown }) => [name, shown])).toEqual(
    people.map((name) => [name, null]),
  );
});

it('a row of who answered what that no slide holds is refused in words for that', () => {
  const names = numbers(7).map(
    (n) => `Anna Maria Elisabeth Charlotte von und zu Berg und Tal an der Donau ${n}`,
  );
  const talks = names.map((name, n) => [`content/talks/0${n}.md`, talk('## T\n\n- a').replace('Ada', name)]);
  const question = `question: ${'geschwindigkeit '.repeat(8)}\naskedBy: Hanna\ntopic: T`;
  const answers = names.map((name) => `### ${name}\n\nYes.`).join('\n\n');
  const { findings } = compileMeetup({
    'content/event.md': EVENT,
    'content/qa/01.md': `---\n${question}\n---\n\n${answers}\n`,
    ...Object.fromEntries(talks),
  });
  expect(findings.map(({ args }) => args)).toEqual([{ what: 'matrix', lines: 12, most: 10 }]);
});
