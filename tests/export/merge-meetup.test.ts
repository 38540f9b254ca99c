import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CliError } from '../../src/cli-error.ts';
import { mergeMeetup } from '../../src/export/merge-meetup.ts';
import { packShard, type ShardManifest } from '../../src/export/shard-file.ts';
import { shardState } from '../../src/export/shard-state.ts';
import { makeDeck, themeRoot } from '../print/make-deck.ts';

const [front, ada] = [makeDeck('meetup', ['# All']), makeDeck('ada', ['# One'])];
const state = shardState({ decks: [ada], assets: [], themeRoot });
const bytes = Uint8Array.of(1, 2, 3);

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'talkdeck-merge-'));
  mkdirSync(join(folder, 'parts', 'first'), { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true }));

const merge = () =>
  mergeMeetup({ decks: [ada], front, assets: [], themeRoot, outFolder: join(folder, 'out') }, [
    join(folder, 'parts'),
  ]);

function shard(slug: string, path: string, changes: Partial<ShardManifest> = {}): Uint8Array {
  const products = [{ kind: 'png' as const, pages: 1, files: [path] }];
  const made = { ...state, options: '--png --scale 2' };
  const manifest = { index: 1, of: 1, ...made, decks: [{ slug, slides: 1, products }], ...changes };
  return packShard(manifest, [{ path, bytes }]);
}

const put = (packed: Uint8Array, name = 'shard-1-of-1.zip') =>
  writeFileSync(join(folder, 'parts', 'first', name), packed);

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

test('a shard of another theme is refused; so are shards that were made for other things', async () => {
  put(shard('ada', 'png/ada/ada-01.png', { theme: 'other' }));
  await expect(merge()).rejects.toThrow(/was made with another theme/);
  put(shard('ada', 'png/ada/ada-01.png', { of: 2 }));
  put(shard('ada', 'pdf/ada.pdf', { index: 2, of: 2, options: '--pdf' }), 'shard-2-of-2.zip');
  await expect(merge()).rejects.toThrow(
    /shard-2-of-2\.zip holds what "export --pdf" gives, and .*shard-1-of-1\.zip what "export --png --scale 2" does\.$/,
  );
});

test('a theme is the same wherever it lies, and another with any of its files', () => {
  const themes = ['one', 'two', 'three'].map((name) => join(folder, name));
  for (const theme of themes) cpSync(themeRoot, theme, { recursive: true });
  writeFileSync(join(folder, 'three', 'added.css'), 'p { color: red }');
  const [one, two, three] = themes.map((root) => shardState({ decks: [ada], assets: [], themeRoot: root }));
  expect(two).toEqual(one);
  expect(three?.theme).not.toBe(one?.theme);
});

test('what is called like a shard and cannot be read is named', async () => {
  mkdirSync(join(folder, 'parts', 'first', 'shard-1-of-1.zip'));
  const failure = await merge().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(CliError);
  expect(failure).toMatchObject({
    message: expect.stringMatching(/^Cannot read .*shard-1-of-1\.zip: EISDIR/),
  });
});

test.skipIf(process.platform === 'win32')('a folder that may not be looked into is passed over', () => {
  const closed = join(folder, 'parts', 'lost+found');
  mkdirSync(closed);
  chmodSync(folder, 0o755);
  chmodSync(closed, 0);
  const module = new URL('../../src/export/read-shards.ts', import.meta.url);
  const script = `
    const { readShards } = await import(${JSON.stringify(module)});
    readShards([${JSON.stringify(join(folder, 'parts'))}], { content: '', theme: '' });
  `;
  // Rights hold for others than root.
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const args = ['--import', import.meta.resolve('tsx'), '--input-type=module', '--eval', script];
  const env = { ...process.env, TSX_DISABLE_CACHE: '1' };
  const { stderr } = spawnSync(process.execPath, args, { env, cwd: folder, encoding: 'utf8', ...nobody });
  chmodSync(closed, 0o755);
  expect(stderr).toContain('There is no shard in ');
});
