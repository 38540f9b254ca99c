import { expect, test } from 'vitest';
import type { CacheEntry } from '../../src/export/cache.ts';
import { deckKey } from '../../src/export/deck-key.ts';
import { type ExportedDeck, exportDecks } from '../../src/export/export-decks.ts';
import type { Product } from '../../src/print/types.ts';
import { KEPT_SHELL } from '../kept-shell.ts';
import { makeDeck, themeRoot } from '../print/make-deck.ts';
import { memoryCache } from './memory-cache.ts';

const PDF: Product = { kind: 'pdf', clicks: false };
const NOTES: Product = { kind: 'notes' };
const PPTX: Product = { kind: 'pptx' };

/** The second slide is little more than a one-pixel image. */
const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const deck = makeDeck('ada', ['# One', `# Two\n\n<img src="${pixel}" alt="a" width="200" height="200">`]);

async function exported(cache: ReturnType<typeof memoryCache>['cache'], ...products: readonly Product[]) {
  const saved: ExportedDeck[] = [];
  const result = await exportDecks({
    decks: [deck],
    assets: [],
    themeRoot,
    shellFolder: KEPT_SHELL,
    environment: 'here',
    cache,
    productsOf: () => products,
    save: (one) => saved.push(one),
  });
  const { failures, pictures } = result;
  return {
    states: saved.map((one) => one.cache),
    warnings: failures.map(({ slide, kind, detail }) => ({ slide, kind, detail })),
    pictures: pictures.map(({ slug, slide, png }) => ({
      slug,
      slide,
      png: Buffer.from(png).toString('hex'),
    })),
  };
}

const keyOf = (product: Product) => deckKey(deck, product, [], 'here');
const flat = { slide: 2, kind: 'flattened' as const, detail: 'mostly pictures' };
const small = { slide: 1, kind: 'upscaled' as const, detail: 'few pixels' };
const entry = (...warnings: CacheEntry['warnings']): CacheEntry => ({
  files: [{ path: 'a', bytes: Uint8Array.of(1) }],
  pages: 2,
  warnings,
  pictures: warnings.map(({ slide }) => ({ slide, png: Uint8Array.of(slide) })),
});

test('for a cached deck, findings of any of its products are reported once, with their pictures', async () => {
  const { cache } = memoryCache();
  cache.put(keyOf(PDF), entry(small));
  cache.put(keyOf(PPTX), entry(small, flat));
  expect(await exported(cache, PDF, PPTX)).toEqual({
    states: ['hit'],
    warnings: [small, flat],
    pictures: [
      { slug: 'ada', slide: 1, png: '01' },
      { slug: 'ada', slide: 2, png: '02' },
    ],
  });
  expect((await exported(cache, PDF)).warnings).toEqual([small]);
});

test('what holds of PowerPoint alone is kept with it, and told also where other products are printed', async () => {
  const { cache, entries } = memoryCache();
  cache.put(keyOf(PPTX), entry(flat));
  const { states, warnings, pictures } = await exported(cache, NOTES, PPTX);
  expect(states).toEqual(['part']);
  const found = { slide: 2, kind: 'upscaled', detail: expect.stringContaining('shown') };
  expect(warnings).toEqual([flat, found]);
  expect(pictures).toEqual([{ slug: 'ada', slide: 2, png: expect.stringMatching(/^89504e47/) }]);
  const kept = entries.get(keyOf(NOTES));
  expect(kept?.warnings).toEqual([found]);
  expect(kept?.pictures.map(({ slide }) => slide)).toEqual([2]);
  expect(await exported(cache, NOTES)).toEqual({ states: ['hit'], warnings: [warnings[1]], pictures });
});
