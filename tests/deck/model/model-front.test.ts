import { describe, expect, it } from 'vitest';
import { openProject } from '../../../src/base/project.ts';
import type { Compilation } from '../../../src/build/compile.ts';
import type { ProgrammeEntry } from '../../../src/deck/kinds/overview-slides.ts';
import { printableDecks } from '../../../src/export/printable-decks.ts';
import { compileMeetup, EVENT, type Files, talk } from '../../compile-meetup.ts';

const QUESTION = '---\nquestion: Why?\naskedBy: Ada\ntopic: Reasons\n---\n\n### Ben\n\nBecause.\n';
const FILES: Files = {
  'content/event.md': EVENT.replace('host', 'subtitle: An evening\ndate: 2025-05-17\norganizer: Club\nhost'),
  'content/talks/01-ada.md': talk('## One\n\n- a'),
  'content/talks/02-ben.md': talk('## Only\n\n- a').replace('Ada\norg: Acme', 'Ben'),
  'content/qa/01-why.md': QUESTION,
};

function compiled(files: Files): Compilation {
  const { value, findings } = compileMeetup(files);
  if (!value) throw new Error(JSON.stringify(findings));
  return value;
}

const entries = ({ front }: Compilation): readonly ProgrammeEntry[] =>
  front.deck.slides.flatMap((slide) => (slide.kind === 'programme' ? slide.entries : []));
const rows = (found: Compilation) =>
  entries(found).map(({ number, title, deck, speakers, questions }) =>
    [number, title, deck, speakers[0]?.name ?? questions].join(' | '),
  );
/** A meetup of `count` talks without questions. */
const talks = (count: number): Files => ({
  'content/event.md': EVENT,
  ...Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `content/talks/${index + 1}-s${index + 1}.md`,
      talk('## One\n\n- a').replace('Ada', `Speaker ${index + 1}`),
    ]),
  ),
});

describe('the front of a meetup', () => {
  it('has a cover of the event and a programme of all decks, in order', () => {
    const found = compiled(FILES);
    const { kind, slug, title, speakers, accent, cover } = found.front.deck;
    expect({ kind, slug, title, speakers, accent }).toEqual({
      kind: 'meetup',
      slug: 'Meetup',
      title: 'Meetup',
      speakers: [],
      accent: null,
    });
    expect(cover).toMatchObject({
      title: [{ type: 'text', text: 'Meetup' }],
      subtitle: 'An evening',
      event: null,
      date: 'May 17, 2025',
      host: 'Hanna',
      organizer: 'Club',
    });
    expect(cover.people.map(({ name }) => name)).toEqual(['Ada', 'Ben']);
    expect(rows(found)).toEqual(['1 | A talk | ada | Ada', '2 | A talk | ben | Ben', '3 | Q&A | qa | 1']);
  });

  it('leaves the people to the programme where the cover has no room for them', () => {
    const long = (text: string) =>
      text
        .replace('org: Acme', `org: ${'Very Long Company Name '.repeat(3)}`)
        .replace('title: Meetup', `title: ${'A long title of a meetup '.repeat(7)}`);
    const files = Object.entries(talks(3)).map(([path, text]) => [path, long(String(text))] as const);
    const found = compiled(Object.fromEntries(files));
    expect(found.front.deck.cover.people).toEqual([]);
    expect(entries(found).map(({ speakers }) => speakers[0]?.name)).toEqual([
      'Speaker 1',
      'Speaker 2',
      'Speaker 3',
    ]);
  });

  it('names no Q&A deck where there is none', () => {
    expect(rows(compiled(talks(1)))).toEqual(['1 | A talk | s1 | Speaker 1']);
  });

  it('is not among the files of slides/', () => {
    const { files } = compiled(FILES);
    expect(files.map(({ path }) => path)).toEqual(['ada.md', 'ben.md', 'qa.md', 'style.css']);
  });

  it('goes on over several slides where there are many talks, with every deck once', () => {
    const found = compiled(talks(40));
    const { slides } = found.front.deck;
    expect(slides.map(({ part }) => part && `${part.index}/${part.total}`)).toEqual([
      '1/5',
      '2/5',
      '3/5',
      '4/5',
      '5/5',
    ]);
    expect(entries(found).map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
  });

  it('reads well', () => {
    expect(compiled(FILES).front.text).toMatchInlineSnapshot(`
      "---
      theme: ../node_modules/talkdeck/templates/theme
      title: Meetup
      author: Club
      lang: en
      aspectRatio: 16/9
      themeConfig:
        title: Meetup
        accent: "var(--ink)"
        look: quiet
      layout: cover
      ---

      <span><span class="date">May 17, 2025</span></span>

      # Meetup

      An evening

      ::people::

      - <span class="person" style="--accent: var(--accent-0)" data-monogram="A"><DeckLink deck="ada" no="1">Ada</DeckLink></span> <span class="post"><b>Acme</b></span>
      - <span class="person" style="--accent: var(--accent-1)" data-monogram="B"><DeckLink deck="ben" no="1">Ben</DeckLink></span>

      Host Hanna · Organised by Club

      ---
      layout: programme
      ---

      # Programme

      - <b style="--accent: var(--accent-0)">01</b> <strong><DeckLink deck="ada" no="1">A talk</DeckLink></strong> <span><b>Ada</b> <small>Acme</small></span>
      - <b style="--accent: var(--accent-1)">02</b> <strong><DeckLink deck="ben" no="1">A talk</DeckLink></strong> <span><b>Ben</b></span>
      - <b style="--accent: var(--ink)">03</b> <strong><DeckLink deck="qa" no="1">Q&A</DeckLink></strong> <span>Q1</span>
      "
    `);
  });
});

describe('what a PDF says about itself', () => {
  const { decks, front, files } = compiled(FILES);
  const printable = printableDecks(openProject('.'), { decks: [front, ...decks], files }).decks;

  it('is the event, the kind of deck, and the date', () => {
    expect(printable.map(({ subject }) => subject)).toEqual([
      'Meetup \u00b7 All talks \u00b7 May 17, 2025',
      'Meetup \u00b7 Talk \u00b7 May 17, 2025',
      'Meetup \u00b7 Talk \u00b7 May 17, 2025',
      'Meetup \u00b7 Q&A \u00b7 May 17, 2025',
    ]);
  });

  it('is topics, people and organisations, each once', () => {
    expect(printable.map(({ keywords }) => keywords.join(', '))).toEqual([
      'Ada, Ben, Acme, Club',
      'Ada, Acme, Club',
      'Ben, Club',
      'Reasons, Ben, Club',
    ]);
  });

  it('is an outline', () => {
    expect(printable.map(({ outline }) => outline.length)).toEqual([2, 4, 5, 5]);
  });
});
