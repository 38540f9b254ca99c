import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { type Block, plainText } from '../../../src/content/summary/markup.ts';
import type { Deck } from '../../../src/deck/deck.ts';
import { compileMeetup, EVENT, type Files, talk } from '../../compile-meetup.ts';

const exchange = (question: string, topic: string, body: string): string =>
  `---\nquestion: "${question}"\naskedBy: Audience\ntopic: ${topic}\n---\n\n${body}\n`;

const PORTRAIT = PNG.sync.write(new PNG({ width: 400, height: 400 }));

const FILES: Files = {
  'content/event.md': `${EVENT}\n## About\n\n- a meetup\n`,
  'content/talks/01-ada.md': talk('## One\n\n- a [L3]\n\n<!-- note -->\n\n## Two\n\n- b'),
  'content/talks/02-ben.md': talk('## Only\n\n- a').replace('Ada', 'Ben'),
  'content/qa/01-x.md': exchange('X? [L40]', 'T1', '### Ada\n\nYes. [L41]\n\n### Ben\n\nNo.'),
  'content/qa/02-y.md': exchange('Y?', 'T2', '### Hanna\n\nMaybe.'),
  'content/qa/10-z.md': exchange('Z?', 'T1', '### Ada\n\nYes.\n\n### Ben\n\nNo.\n\n### Ada\n\nStill.'),
};

function decks(files: Files = FILES): readonly Deck[] {
  const { value, findings } = compileMeetup(files);
  if (!value) throw new Error(JSON.stringify(findings));
  return value.decks.map(({ deck }) => deck);
}

/** Decks without the meetup's own, which comes first. */
const evening = (): readonly Deck[] => decks().slice(1);

const outline = (deck: Deck | undefined): readonly string[] =>
  [deck?.cover, ...(deck?.slides ?? [])].map((slide) =>
    slide ? `${slide.kind}: ${plainText(slide.title)}` : '',
  );

const TEN = Array.from({ length: 10 }, (_, index) => `Speaker ${index + 1}`);

function tenTalks(): readonly (readonly [path: string, text: string])[] {
  const talks = TEN.map(
    (name, index) =>
      [`content/talks/${index + 1}-s${index + 1}.md`, talk('## One\n\n- a').replace('Ada', name)] as const,
  );
  return [['content/event.md', EVENT], ...talks];
}

describe('the decks of a meetup', () => {
  it('are what opens it, one for each talk, in order, and one for the questions', () => {
    expect(decks().map(({ slug, kind }) => [slug, kind])).toEqual([
      ['Meetup', 'opening'],
      ['ada', 'speaker'],
      ['ben', 'speaker'],
      ['qa', 'qa'],
    ]);
  });

  it('have no Q&A deck if there are no questions', () => {
    const files = { 'content/event.md': EVENT, 'content/talks/01-ada.md': talk('## One\n\n- a') };
    expect(decks(files).map(({ slug }) => slug)).toEqual(['ada']);
  });

  it('count no divider, neither in the agenda nor in the footer', () => {
    const names = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];
    const [first = '', ...others] = names.map((name) => `## ${name}\n\n- ${name}`);
    const body = [first, '## Part two', ...others, '## Questions?'].join('\n\n');
    const [ada] = decks({ 'content/event.md': EVENT, 'content/talks/01-ada.md': talk(body) });
    expect(outline(ada).slice(1, -2)).toEqual([
      'agenda: Outline',
      'points: One',
      'divider: Part two',
      ...names.slice(1).map((name) => `points: ${name}`),
      'divider: Questions?',
    ]);
    const agenda = ada?.slides.find((slide) => slide.kind === 'agenda');
    expect(agenda?.items.map(({ title }) => plainText(title))).toEqual(names);
    expect(ada?.slides.flatMap(({ place }) => (place ? [place] : []))).toEqual(
      names.map((label, at) => ({ label, index: at + 1, total: names.length })),
    );
  });

  it('of headings alone have no agenda', () => {
    const [ada] = decks({ 'content/event.md': EVENT, 'content/talks/01-ada.md': talk('## One\n\n## Two') });
    expect(outline(ada).slice(1)).toEqual([
      'divider: One',
      'divider: Two',
      'takeaway: If you remember one thing',
      'closing: Thank you',
    ]);
  });

  it("put a speaker's deck in order, without an agenda of fewer than six sections", () => {
    const [ada] = evening();
    expect(outline(ada)).toEqual([
      'cover: A talk',
      'points: One',
      'points: Two',
      'takeaway: If you remember one thing',
      'answered: Questions answered',
      'closing: Thank you',
    ]);
    const five = ['A', 'B', 'C', 'D', 'E'].map((title) => `## ${title}\n\n- a`).join('\n\n');
    const withBody = (body: string) =>
      decks({ 'content/event.md': EVENT, 'content/talks/01-ada.md': talk(body) })[0];
    expect(outline(withBody(five))).not.toContain('agenda: Outline');
    expect(outline(withBody(`${five}\n\n## F\n\n- a`))).toContain('agenda: Outline');
  });

  describe('say who speaks', () => {
    /**
     * The slides before the first section, and the cover's fact with its sources, for a talk with additional front
     * matter.
     */
    const first = (more: string, event = EVENT) => {
      const files = {
        'content/event.md': event,
        'content/talks/01-ada.md': talk('## One\n\n- a').replace('title', `${more}\ntitle`),
        ...(more.includes('png') ? { 'content/assets/ada.png': PORTRAIT } : {}),
      };
      const [deck] = decks(files);
      const kinds = outline(deck).map((line) => line.split(':')[0]);
      return [kinds.slice(0, kinds.indexOf('points')), deck?.cover.fact ?? null, deck?.cover.sources];
    };
    const long = `A fact that goes on ${'and on '.repeat(90)}`;
    const bold = EVENT.replace('host', 'theme: bold\nhost');

    it('on the cover where it says all, with an only fact and its source', () => {
      expect(first('facts: []')).toEqual([['cover'], null, []]);
      expect(first('facts: ["Knows clocks [L3]"]')).toEqual([['cover'], 'Knows clocks', ['L3']]);
      expect(first('facts: ["Knows clocks"]', bold)).toEqual([['cover'], 'Knows clocks', []]);
      expect(first('portrait: ../assets/ada.png')).toEqual([['cover'], null, []]);
    });

    it('on a slide of their own where there is more to say or see', () => {
      const both = ['cover', 'speaker'];
      expect(first('facts: [One, Two]')).toEqual([both, null, []]);
      expect(first('portrait: ../assets/ada.png', bold)).toEqual([both, null, []]);
      expect(first(`facts: ["${long} [L3]"]`)).toEqual([both, null, []]);
    });
  });

  it('open with a cover, the programme and the sections of event.md', () => {
    expect(outline(decks()[0])).toEqual(['cover: Meetup', 'programme: Programme', 'points: About']);
  });

  it('put the Q&A deck in order: index, each question with its answers, who answered', () => {
    expect(outline(evening()[2])).toEqual([
      'cover: Q&A',
      'index: Questions',
      'question: X?',
      'answers: X?',
      'question: Y?',
      'answer: Y?',
      'question: Z?',
      'answer: Z?',
      'answers: Z?',
      'matrix: Who answered what',
      'closing: Thank you',
    ]);
  });

  it('know which questions a speaker answered, by number', () => {
    const answered = evening()[1]?.slides.find((slide) => slide.kind === 'answered');
    expect(answered?.kind === 'answered' && answered.questions.map(({ number }) => number)).toEqual([1, 3]);
  });

  it('collect the index in the order of the conversation, each question with its topic', () => {
    const index = evening()[2]?.slides.find((slide) => slide.kind === 'index');
    expect(index?.kind === 'index' && index.questions.map(({ number, topic }) => [number, topic])).toEqual([
      [1, 'T1'],
      [2, 'T2'],
      [3, 'T1'],
    ]);
  });

  it('say who answered what, speakers first, once for each question', () => {
    const matrix = evening()[2]?.slides.find(({ kind }) => kind === 'matrix');
    expect(matrix?.kind === 'matrix' && matrix.people.map(({ name }) => name)).toEqual([
      'Ada',
      'Ben',
      'Hanna',
    ]);
    expect(matrix?.kind === 'matrix' && matrix.rows.map(({ answered }) => answered)).toEqual([
      [true, true, false],
      [false, false, true],
      [true, true, false],
    ]);
  });

  it('carry notes, sources and the place in the summary', () => {
    const one = evening()[0]?.slides.find(({ kind }) => kind === 'points');
    expect(one?.sources).toEqual(['L3']);
    expect(one?.notes).toHaveLength(1);
    expect(one?.origin).toEqual({ file: 'content/talks/01-ada.md', line: 8 });
  });

  it('lose no note, wherever it is, nor the lines that it cites', () => {
    const files = {
      'content/event.md': EVENT,
      'content/talks/01-ada.md': talk(
        '<!-- for the cover -->\n\n## One\n\n- a\n\n  <!-- in the list [L9] -->\n- b',
      ),
    };
    const [ada] = decks(files);
    const words = (blocks: readonly Block[]) =>
      blocks.map((block) => (block.type === 'paragraph' ? plainText(block.prose.inlines) : block.type));
    expect(words(ada?.cover.notes ?? [])).toEqual(['for the cover']);
    const one = ada?.slides.find(({ kind }) => kind === 'points');
    expect(words(one?.notes ?? [])).toEqual(['in the list']);
    expect(one?.sources).toEqual(['L9']);
  });

  it('know the position of a slide in the talk or among the questions', () => {
    const places = (deck: Deck | undefined) =>
      deck?.slides.flatMap(({ place }) => (place ? [`${place.label}: ${place.index}/${place.total}`] : []));
    const [ada, , qa] = evening();
    expect(places(ada)).toEqual(['One: 1/2', 'Two: 2/2']);
    expect(new Set(places(qa))).toEqual(new Set(['Q1 T1: 1/3', 'Q2 T2: 2/3', 'Q3 T1: 3/3']));
  });

  it('give speakers the accents of the palette, of event.md, or their own', () => {
    const accents = (event: string, own = '') => {
      const files = {
        ...FILES,
        'content/event.md': event,
        'content/talks/02-ben.md': talk('## Only\n\n- a').replace('speaker: Ada', `speaker: Ben\n${own}`),
      };
      return decks(files).map(({ accent }) => accent);
    };
    const colors = 'accents: ["#0b5cad", "#bb4271"]';
    expect(accents(EVENT)).toEqual([0, 1, null]);
    expect(accents(EVENT.replace('host', `${colors}\nhost`))).toEqual(['#0b5cad', '#bb4271', null]);
    expect(accents(EVENT, 'accent: "#253A06"\n')).toEqual([0, '#253a06', null]);
  });

  it('reveal step by step unless event.md or the talk says no', () => {
    const reveals = (event: string, own = '') =>
      decks({
        ...FILES,
        'content/event.md': event,
        'content/talks/01-ada.md': talk('## One\n\n- a').replace('org', `${own}org`),
      }).map(({ reveal }) => reveal);
    expect(reveals(EVENT)).toEqual([true, true, true]);
    expect(reveals(EVENT, 'reveal: off\n')).toEqual([false, true, true]);
    const off = EVENT.replace('host', 'reveal: no\nhost');
    expect(reveals(off, 'reveal: yes\n')).toEqual([true, false, false]);
  });

  it('keep the order of the talks among those who answered, with more talks than colours', () => {
    const files = Object.fromEntries([
      ...tenTalks(),
      [
        'content/qa/01-x.md',
        exchange(
          'X?',
          'T',
          [...TEN]
            .reverse()
            .map((name) => `### ${name}\n\nYes.`)
            .join('\n\n'),
        ),
      ],
    ]);
    // Ten do not fit side by side on one slide.
    const parts = decks(files)
      .at(-1)
      ?.slides.filter((slide) => slide.kind === 'matrix');
    expect(parts?.flatMap(({ people }) => people.map(({ name }) => name))).toEqual(TEN);
  });

  it('list for each person only the questions that they answered, if not all people fit on one slide', () => {
    const files = Object.fromEntries([
      ...tenTalks(),
      ...TEN.map((name, index) => [
        `content/qa/${String(index + 1).padStart(2, '0')}-q.md`,
        exchange(`Q${index + 1}?`, 'T', `### ${name}\n\nYes.`),
      ]),
    ]);
    const parts = decks(files)
      .at(-1)
      ?.slides.flatMap((slide) => (slide.kind === 'matrix' ? [slide] : []));
    expect(parts?.length).toBeGreaterThan(1);
    expect(
      parts?.map(({ people, rows }) => [
        people.map(({ name }) => Number(name.slice(8))),
        rows.map(({ number, answered }) => [number, answered.indexOf(true)]),
      ]),
    ).toEqual(
      parts?.map(({ people }) => {
        const numbers = people.map(({ name }) => Number(name.slice(8)));
        return [numbers, numbers.map((number, index) => [number, index])];
      }),
    );
  });

  it('show numbers in front matter as they were typed', () => {
    const files = {
      'content/event.md': EVENT.replace('title: Meetup', 'title: 3.10'),
      'content/talks/01-ada.md': talk('## One\n\n- a').replace('title: A talk', 'title: 007'),
    };
    const [ada] = decks(files);
    expect([ada?.title, ada?.cover.event]).toEqual(['007', '3.10']);
  });
});
