import { expect, test } from 'vitest';
import { deckKey } from '../../src/export/deck-key.ts';
import type { PrintableDeck } from '../../src/print/types.ts';
import { makeDeck } from '../print/make-deck.ts';

const deck = makeDeck('ada', ['# One']);
const pdf = { kind: 'pdf', clicks: false } as const;
const assets = [{ path: 'a.svg', digest: '1' }];
const key = deckKey(deck, pdf, assets, 'here');

test('the same gives the same, wherever its slides come from', () => {
  const moved = { ...deck, origins: [{ file: 'elsewhere.md', line: 99 }] };
  expect(deckKey(moved, pdf, assets, 'here')).toBe(key);
  expect(key).toMatch(/^[\da-f]{40}$/);
});

test('whatever shapes the deck changes it', () => {
  const changes: readonly Partial<PrintableDeck>[] = [
    { slug: 'ben' },
    { title: 'Other' },
    { author: 'Other' },
    { subject: 'Other' },
    { keywords: [] },
    { lang: 'en' },
    { accent: 'red' },
    { look: 'bold' },
    { text: `${deck.text} ` },
    { outline: [] },
  ];
  const keys = changes.map((change) => deckKey({ ...deck, ...change }, pdf, assets, 'here'));
  keys.push(deckKey(deck, { kind: 'pdf', clicks: true }, assets, 'here'));
  keys.push(deckKey(deck, { kind: 'png', scale: 1 }, assets, 'here'));
  keys.push(deckKey(deck, { kind: 'png', scale: 2 }, assets, 'here'));
  keys.push(deckKey(deck, pdf, [{ path: 'a.svg', digest: '2' }], 'here'));
  keys.push(deckKey(deck, pdf, [{ path: 'b.svg', digest: '1' }], 'here'));
  keys.push(deckKey(deck, pdf, [], 'here'));
  keys.push(deckKey(deck, pdf, assets, 'there'));
  expect(new Set([key, ...keys]).size).toBe(keys.length + 1);
});
