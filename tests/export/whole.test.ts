import { PDFDocument } from 'pdf-lib';
import { expect, test } from 'vitest';
import { joinMeetup } from '../../src/export/whole.ts';
import { makeDeck } from '../print/make-deck.ts';
import { memoryCache } from './memory-cache.ts';

const front = makeDeck('meetup', ['# All']);
const decks = [front, makeDeck('ada', ['# One'])];

async function onePage(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  return pdf.save();
}

test('a whole joined by another version of talkdeck is joined again', async () => {
  const pdfs = new Map(await Promise.all(decks.map(async ({ slug }) => [slug, await onePage()] as const)));
  const { cache, entries } = memoryCache();
  const join = (environment: string) => joinMeetup(front, decks, pdfs, { cache, environment });
  const first = await join('one version');
  expect(first?.pages).toBe(2);
  const [key = ''] = entries.keys();
  const files = [{ path: 'a', bytes: Uint8Array.of(1) }];
  cache.put(key, { files, pages: 9, warnings: [], pictures: [] });
  expect((await join('one version'))?.pages).toBe(9);
  expect((await join('another version'))?.pages).toBe(2);
});
