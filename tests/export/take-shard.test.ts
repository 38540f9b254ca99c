import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeShard } from '../../src/export/shards.ts';

const decks = fc
  .array(fc.integer({ min: 1, max: 60 }), { maxLength: 40 })
  .map((sizes) => sizes.map((size, index) => ({ slug: `deck-${index}`, origins: Array(size).fill(null) })));

test('the shards have every deck once, in order, and none has much more than another', () => {
  fc.assert(
    fc.property(decks, fc.integer({ min: 1, max: 8 }), (all, of) => {
      const shards = Array.from({ length: of }, (_, index) => takeShard(all, { index: index + 1, of }));
      const order = (slug: string) => all.findIndex((deck) => deck.slug === slug);
      for (const shard of shards) {
        const places = shard.map(({ slug }) => order(slug));
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }
      expect(
        shards
          .flat()
          .map(({ slug }) => slug)
          .sort(),
      ).toEqual(all.map(({ slug }) => slug).sort());
      const loads = shards.map((shard) => shard.reduce((sum, { origins }) => sum + origins.length, 0));
      const largest = Math.max(0, ...all.map(({ origins }) => origins.length));
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(largest);
    }),
  );
});
