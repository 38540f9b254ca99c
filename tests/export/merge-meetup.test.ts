import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mergeMeetup } from '../../src/export/merge-meetup.ts';
import { contentOf, packShard, type ShardManifest } from '../../src/export/shard-file.ts';
import { makeDeck } from '../print/make-deck.ts';

const [front, ada] = [makeDeck('meetup', ['# All']), makeDeck('ada', ['# One'])];
const content = contentOf([ada], []);
const bytes = Uint8Array.of(1, 2, 3);

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'talkdeck-merge-'));
  mkdirSync(join(folder, 'parts', 'first'), { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true }));

const merge = () =>
  mergeMeetup({ decks: [ada], front, assets: [], outFolder: join(folder, 'out') }, [join(folder, 'parts')]);

function shard(slug: string, path: string, changes: Partial<ShardManifest> = {}): Uint8Array {
  const products = [{ kind: 'png' as const, pages: 1, files: [path] }];
  const manifest = { index: 1, of: 1, content, decks: [{ slug, slides: 1, products }], ...changes };
  return packShard(manifest, [{ path, bytes }]);
}

const put = (packed: Uint8Array) => writeFileSync(join(folder, 'parts', 'first', 'shard-1-of-1.zip'), packed);

test('what a machine has exported goes where this one would have put it', async () => {
  put(shard('ada', 'png/ada/ada-01.png'));
  expect((await merge()).decks).toMatchObject([
    { slug: 'ada', products: [{ kind: 'png', bytes: 3, files: ['png/ada/ada-01.png'] }] },
  ]);
  expect([...readFileSync(join(folder, 'out', 'png', 'ada', 'ada-01.png'))]).toEqual([1, 2, 3]);
});

test.each([
  ['..', 'pdf/../../escape.png'],
  ['ada', 'pdf/../../escape.png'],
  ['ada', '../escape.png'],
  ['ada', '/escape.png'],
  ['ada', 'png/ada\\..\\..\\escape.png'],
  ['ada', 'slides/ada.md'],
  ['ada', 'pdf/ben.pdf'],
  ['ben', 'pdf/ben.pdf'],
])('a shard that says it is of the deck %s and holds %s writes nothing', async (slug, path) => {
  put(shard(slug, path));
  await expect(merge()).rejects.toThrow(/^A shard holds a (?:deck|file) "/);
  expect(readdirSync(folder)).toEqual(['parts']);
});

test.each([
  ['is cut short', (packed: Uint8Array) => packed.subarray(0, packed.length - 30)],
  ['is no archive', () => Uint8Array.of(1)],
])('a shard that %s is named', async (_, damage) => {
  put(damage(shard('ada', 'png/ada/ada-01.png')));
  await expect(merge()).rejects.toThrow(/shard-1-of-1\.zip is damaged, or no shard\.$/);
});

test('a shard of other content, a missing one, and none at all are named', async () => {
  await expect(merge()).rejects.toThrow(/^There is no shard in /);
  put(shard('ada', 'png/ada/ada-01.png', { of: 2 }));
  await expect(merge()).rejects.toThrow('Shard 2 of 2 is missing.');
  put(shard('ada', 'png/ada/ada-01.png', { content: 'other' }));
  await expect(merge()).rejects.toThrow(/was made from another state/);
});
