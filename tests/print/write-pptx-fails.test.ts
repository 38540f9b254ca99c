import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { writePptx } from '../../src/print/products/pptx.ts';
import type { ShownDeck } from '../../src/print/visit/visit-batch.ts';
import { ownTemporary } from '../own-temporary.ts';
import { makeDeck } from './make-deck.ts';

const temporary = ownTemporary('tmp');

/** A browser page that closes when Slidev starts, which cannot be timed with a real one. */
function stoppingPage(): Page {
  let isGone = false;
  const answer = {
    evaluate: async () => {
      if (isGone) throw new Error('page.evaluate: Target page has been closed');
      return [''];
    },
    addStyleTag: async () => {
      isGone = true;
      throw new Error('page.addStyleTag: Target crashed');
    },
    context: () => ({}),
  };
  return answer as unknown as Page;
}

test('where the browser stops, that is what is said, and nothing is left in the temporary folder', async () => {
  const shown: ShownDeck = {
    page: stoppingPage(),
    deck: makeDeck('ada', ['# One']),
    span: { first: 0, count: 1 },
    pageOf: [0],
    bundle: { outDir: join(temporary(), 'bundle', 'dist'), slides: [], broken: [], width: 980, height: 552 },
    broken: new Set(),
    problems: [],
    unserved: [],
  };
  await expect(writePptx(shown)).rejects.toThrow('page.addStyleTag: Target crashed');
  expect(readdirSync(temporary())).toEqual([]);
});
