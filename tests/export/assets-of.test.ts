import { expect, test } from 'vitest';
import { assetsOf } from '../../src/export/deck-key.ts';
import { deckText, EVENT, talk } from '../compile-meetup.ts';

const BOX =
  '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="400"><rect width="800" height="400"/></svg>';

test('a picture belongs to the decks that show it, a style sheet to all', () => {
  const files = {
    'content/event.md': EVENT,
    'content/assets/box.svg': BOX,
    'content/talks/01-ada.md': talk('## A box\n\n![A box](../assets/box.svg)'),
    'content/talks/02-bo.md': talk('## No box\n\n- None').replace('speaker: Ada', 'speaker: Bo'),
  };
  const [ada, bo] = ['ada', 'bo'].map((slug) => ({ slug, text: deckText(files, slug) }));
  if (!ada || !bo) throw new Error('a deck is missing');
  const assets = [{ path: 'style.css' }, { path: 'assets/box.svg' }];
  const decks = [ada, bo] as unknown as Parameters<typeof assetsOf>[0];
  const [first, second] = decks.map((deck) => assetsOf(decks, assets)(deck));
  expect(first).toEqual(assets);
  expect(second).toEqual([{ path: 'style.css' }]);
});
