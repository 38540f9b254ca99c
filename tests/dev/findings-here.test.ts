import { expect, test } from 'vitest';
import { NO_MEMORY } from '../../src/base/memory.ts';
import { findingsHere } from '../../src/dev/pages/deck/findings-here.ts';
import { stateOf } from '../../src/dev/state/state-of.ts';
import { compileMeetup, EVENT, talk } from '../compile-meetup.ts';

const TALK = 'content/talks/01-ada.md';
const QUESTION = 'content/qa/01-why.md';
const sound = {
  'content/event.md': EVENT,
  [TALK]: talk('## One\n\n- a\n\n## Two\n\n- b\n'),
  'content/talks/02-ben.md': talk('## One\n\n- a\n').replace('Ada', 'Ben'),
  [QUESTION]: '---\nquestion: Why?\naskedBy: Hanna\ntopic: Why\n---\n\n### Ada\n\n- Because.\n',
  'content/qa/02-how.md': '---\nquestion: How?\naskedBy: Hanna\ntopic: Why\n---\n\n### Ada\n\n- So.\n',
};

/** What is shown over each slide of a deck while a file has this text; decks keep their last state. */
function overlaid(file: keyof typeof sound, text: string, slug: string): readonly (readonly string[])[] {
  const { value } = compileMeetup(sound);
  const { findings } = compileMeetup({ ...sound, [file]: text });
  const state = stateOf({ compilation: value, findings, problem: null }, () => null, NO_MEMORY);
  const deck = state.decks.find((each) => each.slug === slug);
  return Array.from({ length: deck?.slides ?? 0 }, (_, index) =>
    findingsHere(state, { deck: slug, slide: index + 1 }).map(({ code }) => code),
  );
}

test('what makes a talk unreadable is shown over all its slides', () => {
  const broken = talk('## One\n\n- a\n').replace('title: ', 'title:');
  const here = overlaid(TALK, broken, 'ada');
  expect(here.length).toBeGreaterThan(3);
  for (const codes of here) expect(codes).toContain('yaml-colon');
  expect(overlaid(TALK, broken, 'ben').flat()).not.toContain('yaml-colon');
});

test('another error is shown over its own slide', () => {
  const here = overlaid(TALK, talk('## One {.stats}\n\n- a\n\n## Two\n\n- b\n'), 'ada');
  expect(here.filter((codes) => codes.includes('kind-mismatch'))).toHaveLength(1);
});

test('of a question, over those slides of the Q&A deck that it has', () => {
  const here = overlaid(QUESTION, sound[QUESTION].replace('topic: ', 'topic:'), 'qa');
  const over = here.filter((codes) => codes.includes('yaml-colon')).length;
  expect(over).toBeGreaterThan(1);
  expect(over).toBeLessThan(here.length);
});

test('of event.md, over all', () => {
  for (const slug of ['ada', 'ben', 'qa']) {
    for (const codes of overlaid('content/event.md', EVENT.replace('title: ', 'title:'), slug))
      expect(codes).toContain('yaml-colon');
  }
});
