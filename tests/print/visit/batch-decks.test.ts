import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batchDecks } from '../../../src/print/visit/batch-decks.ts';

const deck = (slides: number, head = 'theme: x\ntitle: a') => ({
  text: `---\n${head}\n---\n\n# Slide\n`,
  origins: Array.from({ length: slides }, () => ({ file: 'a.md', line: 1 })),
});
const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 60 });

test('batches have all decks in order, and not many more slides than a page holds', () => {
  fc.assert(
    fc.property(sizes, (slides) => {
      const decks = slides.map((count) => deck(count));
      const batches = batchDecks(decks, 1, 100);
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
  expect(batchDecks([one, wide, other, own], 2)).toEqual([[one, other], [wide], [own]]);
});

test('what the templates write about a cover is not a setting of the bundle', () => {
  const templates = ['slides/cover.md.hbs', 'partials/frame.md.hbs'].map((path) =>
    readFileSync(new URL(`../../../templates/${path}`, import.meta.url), 'utf8'),
  );
  const keys = [...templates.join('\n').matchAll(/^(\w+):/gm)].map(([, key]) => key ?? '');
  const apart = keys.filter((key) => {
    const decks = [deck(3, `x: x\n${key}: 1`), deck(3, `x: x\n${key}: 2`)];
    return batchDecks(decks, 1).length > 1;
  });
  expect(keys).toEqual(expect.arrayContaining(['panel', 'ground', 'place']));
  expect(apart).toEqual(['theme', 'aspectRatio', 'colorSchema']);
});

test('of enough slides there is a batch for each page, and about as many slides in each', () => {
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 4 }), (slides, pages) => {
      const total = slides.reduce((sum, count) => sum + count, 0);
      const decks = slides.map((count) => deck(count));
      const batches = batchDecks(decks, pages, 10_000);
      expect(batches.flat()).toEqual(decks);
      expect(batches.length).toBeLessThanOrEqual(Math.max(1, Math.min(pages, Math.floor(total / 60))));
      const counts = batches.map((batch) => batch.reduce((sum, { origins }) => sum + origins.length, 0));
      expect(Math.max(...counts)).toBeLessThanOrEqual(total / batches.length + 60);
    }),
  );
  const decks = Array.from({ length: 20 }, () => deck(12));
  expect(batchDecks(decks, 2).map(({ length }) => length)).toEqual([10, 10]);
  expect(batchDecks(decks.slice(0, 6), 2)).toHaveLength(1);
});
