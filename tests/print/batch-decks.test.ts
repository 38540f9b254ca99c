import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batchDecks } from '../../src/print/batch-decks.ts';
import { partSpans } from '../../src/print/part-spans.ts';

const deck = (slides: number, head = 'theme: x\ntitle: a') => ({
  text: `---\n${head}\n---\n\n# Slide\n`,
  origins: Array.from({ length: slides }, () => ({ file: 'a.md', line: 1 })),
});
const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 60 });

test('batches have all decks in order, and not many more slides than a page holds', () => {
  fc.assert(
    fc.property(sizes, (slides) => {
      const decks = slides.map((count) => deck(count));
      const batches = batchDecks(decks, 100);
      expect(batches.flat()).toEqual(decks);
      for (const batch of batches) {
        const total = batch.reduce((sum, { origins }) => sum + origins.length, 0);
        expect(total).toBeLessThanOrEqual(160);
      }
    }),
  );
});

test('decks with other settings are bundled apart, because a bundle has one set of them', () => {
  const one = deck(3, 'theme: x\ntitle: a\nthemeConfig:\n  accent: red\n  title: a');
  const other = deck(3, 'theme: x\ntitle: b\nlang: en\nthemeConfig:\n  accent: blue\n  title: b');
  const wide = deck(3, 'theme: x\ntitle: c\naspectRatio: 4/3');
  const own = deck(3, 'theme: x\ntitle: d\nthemeConfig:\n  corner: round');
  expect(batchDecks([one, wide, other, own])).toEqual([[one, other], [wide], [own]]);
});

test('pages side by side have all decks in order, and about as many slides each', () => {
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 4 }), (counts, most) => {
      let first = 0;
      const spans = counts.map((count) => {
        const span = { first, count };
        first += count;
        return span;
      });
      const lanes = partSpans(spans, most);
      expect(lanes.length).toBeLessThanOrEqual(most);
      let [deckAt, slideAt] = [0, 0];
      for (const lane of lanes) {
        expect([lane.deck, lane.span.first]).toEqual([deckAt, slideAt]);
        deckAt += lane.decks;
        slideAt += lane.span.count;
      }
      expect([deckAt, slideAt]).toEqual([counts.length, first]);
      const longest = Math.max(...lanes.map(({ span }) => span.count));
      expect(longest).toBeLessThanOrEqual(first / lanes.length + 60);
    }),
  );
});
