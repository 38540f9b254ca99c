import { expect, test } from 'vitest';
import { chooseDecks } from '../../src/export/plan.ts';

const decks = ['ada', 'huang-dongxu', 'qa'].map((slug) => ({ slug }));
const choose = (...names: readonly string[]) => chooseDecks(decks, names).map(({ slug }) => slug);

test('all decks, or those that are named, in the order of the meetup', () => {
  expect(choose()).toEqual(['ada', 'huang-dongxu', 'qa']);
  expect(choose('qa', 'ada', 'qa')).toEqual(['ada', 'qa']);
});

test('a name that is none is said, with the one that was meant', () => {
  expect(() => choose('ada', 'huang-dongxo')).toThrow(
    expect.objectContaining({
      message: 'There is no deck "huang-dongxo".',
      hint: 'Did you mean "huang-dongxu"?',
    }),
  );
  expect(() => choose('slides')).toThrow(
    expect.objectContaining({ hint: 'There are: ada, huang-dongxu, qa.' }),
  );
});
