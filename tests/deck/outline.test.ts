import { describe, expect, it } from 'vitest';
import type { Deck } from '../../src/deck/deck.ts';
import { type OutlineEntry, outlineOf } from '../../src/deck/outline.ts';
import { compileMeetup, EVENT, type Files, talk } from '../compile-meetup.ts';

const exchange = (question: string, topic: string, body: string): string =>
  `---\nquestion: "${question}"\naskedBy: Audience\ntopic: ${topic}\n---\n\n${body}\n`;

const points = (count: number): string =>
  Array.from({ length: count }, (_, index) => `- point ${index + 1}`).join('\n');

const FILES: Files = {
  'content/event.md': `${EVENT}\n## About\n\n- a meetup\n`,
  'content/talks/01-ada.md': talk(`## *One* \`more\`\n\n${points(23)}\n\n## Two\n\n- b`),
  'content/talks/02-ben.md': talk('## Only\n\n- a').replace('Ada', 'Ben'),
  'content/qa/01-x.md': exchange('X?', 'T1', `### Ada\n\n${points(20)}\n\n### Ben\n\n${points(12)}`),
  'content/qa/02-y.md': exchange('Y?', 'T1', '### Ada\n\nYes.\n\n### Ben\n\nNo.'),
  'content/qa/03-z.md': exchange('Z?', 'T2', '### Hanna\n\nMaybe.'),
  'content/qa/04-w.md': exchange('W?', 'T1', '### Ben\n\nNo.'),
};

/** One line per entry, with the slide it links to. */
const lines = (entries: readonly OutlineEntry[], indent = ''): readonly string[] =>
  entries.flatMap(({ title, slide, children }) => [
    `${indent}${title} @${slide}`,
    ...lines(children, `${indent}  `),
  ]);

const { value, findings } = compileMeetup(FILES);
if (!value) throw new Error(JSON.stringify(findings));
const { front } = value;
const [opening, ada, , qa] = value.decks.map(({ deck }) => deck);
const outline = (deck: Deck | undefined) => deck && lines(outlineOf(deck));

describe('an outline', () => {
  it("names the sections of a speaker's deck, one in several parts once", () => {
    expect(outline(ada)).toEqual([
      'A talk @0',
      'One more @1',
      'Two @4',
      'If you remember one thing @5',
      'Questions answered @6',
      'Thank you @7',
    ]);
  });

  it('of the Q&A deck has questions below topics, and below them those who answer on slides of their own', () => {
    expect(outline(qa)).toEqual([
      'Q&A @0',
      'Questions @1',
      'T1 @2',
      '  Q1 X? @2',
      '    Ada @3',
      '    Ben @6',
      '  Q2 Y? @8',
      'T2 @10',
      '  Q3 Z? @10',
      '    Hanna @11',
      'T1 @12',
      '  Q4 W? @12',
      '    Ben @13',
      'Who answered what @14',
      'Thank you @15',
    ]);
  });

  it('of what opens the evening names cover, programme and sections, and so does that of the front', () => {
    const expected = ['Meetup @0', 'Programme @1', 'About @2'];
    expect([outline(opening), outline(front.deck)]).toEqual([expected, expected]);
  });

  it('leads to a slide of that heading', () => {
    const slides = ada ? [ada.cover, ...ada.slides] : [];
    expect(slides.map(({ part }) => part?.index ?? 0)).toEqual([0, 1, 2, 3, 0, 0, 0, 0]);
  });
});
