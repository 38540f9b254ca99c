import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CliError } from '../../src/base/errors.ts';
import { mergeMeetup } from '../../src/export/merge-meetup.ts';
import { packShard, type ShardManifest, shardState } from '../../src/export/shards.ts';
import { makeDeck, themeRoot } from '../print/make-deck.ts';

const [front, ada] = [makeDeck('meetup', ['# All']), makeDeck('ada', ['# One'])];
const state = shardState({ decks: [ada], assets: [], themeRoot });
/** An image of one slide, as its writer encodes it. */
const bytes = PNG.sync.write(new PNG({ width: 4, height: 3 }));

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
    { slug: 'ada', products: [{ kind: 'png', bytes: bytes.length, files: ['png/ada/ada-01.png'] }] },
  ]);
  expect(readFileSync(join(folder, 'out', 'png', 'ada', 'ada-01.png')).equals(bytes)).toBe(true);
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
  await expect(merge()).rejects.toThrow(/shard-1-of-1\.zip is damaged, or no shard\.$/);
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

test('a theme is the same wherever it is, and different if any of its files is', () => {
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
    message: expect.stringMatching(/^Cannot read .*shard-1-of-1\.zip: it is a folder, and no file/),
  });
});

test.skipIf(process.platform === 'win32')('a folder that may not be looked into is passed over', () => {
  const closed = join(folder, 'parts', 'lost+found');
  mkdirSync(closed);
  chmodSync(folder, 0o755);
  chmodSync(closed, 0);
  const module = new URL('../../src/export/shards.ts', import.meta.url);
  const script = `
    const { readShards } = await import(${JSON.stringify(module)});
    readShards([${JSON.stringify(join(folder, 'parts'))}], { content: '', theme: '' }, () => true);
  `;
  // Permissions do not apply to root.
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const args = ['--import', import.meta.resolve('tsx'), '--input-type=module', '--eval', script];
  const env = { ...process.env, TSX_DISABLE_CACHE: '1' };
  const { stderr } = spawnSync(process.execPath, args, { env, cwd: folder, encoding: 'utf8', ...nobody });
  chmodSync(closed, 0o755);
  expect(stderr).toContain('There is no shard in ');
});

/** Writes a file of an earlier export. */
function writeGood(path: string): string {
  const file = join(folder, 'out', path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, 'good');
  return file;
}

/** Writes a shard with one product of Ada's deck. */
function putProduct(kind: 'pdf' | 'png' | 'pptx', path: string, content: Uint8Array, pages = 1): void {
  const decks = [{ slug: 'ada', slides: 1, products: [{ kind, pages, files: [path] }] }];
  put(packShard({ index: 1, of: 1, ...state, options: `--${kind}`, decks }, [{ path, bytes: content }]));
}

async function pdfOf(pages: number): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) pdf.addPage();
  return Buffer.from(await pdf.save());
}

const XML = Buffer.from('<?xml version="1.0"?>');
const pptxOf = (slides: number): Uint8Array =>
  zipSync({
    '[Content_Types].xml': XML,
    'ppt/presentation.xml': XML,
    ...Object.fromEntries(Array.from({ length: slides }, (_, at) => [`ppt/slides/slide${at + 1}.xml`, XML])),
  });

/** A PDF with an object stream that expands to 64 MB of spaces. */
function bombPdf(type: string): Buffer {
  const packed = deflateSync(Buffer.alloc(2 ** 26, 0x20), { level: 9 });
  const head = `%PDF-1.7\n1 0 obj\n<< /Type ${type} /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`;
  const rest = '\nendstream\nendobj\n';
  const table = head.length + packed.length + rest.length;
  const end = `xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.concat([Buffer.from(head), packed, Buffer.from(rest + end)]);
}

/**
 * An archive whose last entry unpacks to this many megabytes of one byte. Its compressed data is the same block
 * repeated, because compressing that much would take half a minute.
 */
function bombZip(
  name: string,
  byte: number,
  megabytes: number,
  others: Readonly<Record<string, Buffer>> = {},
) {
  const one = Buffer.alloc(2 ** 20, byte);
  const block = deflateRawSync(one, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const end = deflateRawSync(Buffer.of());
  const data = Buffer.concat([...Array.from({ length: megabytes }, () => block), end]);
  let sum = 0;
  for (let at = 0; at < megabytes; at += 1) sum = crc32(one, sum);
  const packed = Buffer.from(zipSync({ ...others, [name]: data }, { level: 0 }));
  // The local header, and the one in the central directory.
  const local = packed.indexOf(data) - 30 - name.length;
  const listed = packed.lastIndexOf('PK\x01\x02', undefined, 'latin1');
  for (const method of [local + 8, listed + 10]) {
    packed.writeUInt16LE(8, method); // deflated
    packed.writeUInt32LE(sum, method + 6);
    packed.writeUInt32LE(megabytes * 2 ** 20, method + 14);
  }
  return packed;
}

describe('products are opened before they take the place of others', () => {
  test('a sound one does', async () => {
    putProduct('pdf', 'pdf/ada.pdf', await pdfOf(1));
    const file = writeGood('pdf/ada.pdf');
    await merge();
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
    putProduct('pptx', 'pptx/ada.pptx', pptxOf(1));
    expect((await merge()).decks).toMatchObject([{ products: [{ kind: 'pptx', pages: 1 }] }]);
  });

  const garbage = Buffer.from('garbage'.repeat(9));
  const turned = Buffer.from(bytes);
  turned[40] = (turned[40] ?? 0) ^ 1;

  test.each<[what: string, kind: 'pdf' | 'png' | 'pptx', content: () => Uint8Array | Promise<Uint8Array>]>([
    ['a PDF that is none', 'pdf', () => garbage],
    ['an empty PDF', 'pdf', () => Buffer.of()],
    ['a PDF of other pages', 'pdf', () => pdfOf(2)],
    ['a PDF that is cut short', 'pdf', async () => (await pdfOf(1)).subarray(0, -9)],
    ['a PDF that unpacks to too much', 'pdf', () => bombPdf('/ObjStm')],
    ['a PDF that does so by another spelling', 'pdf', () => bombPdf('/O#62jStm')],
    ['a picture that is none', 'png', () => garbage],
    ['a picture that is damaged', 'png', () => turned],
    ['a picture that is cut short', 'png', () => bytes.subarray(0, 45)],
    ['a PowerPoint file that is none', 'pptx', () => garbage],
    ['a PowerPoint file of other slides', 'pptx', () => pptxOf(2)],
    ['an archive that is no PowerPoint file', 'pptx', () => zipSync({ 'a.txt': XML })],
  ])('%s does not, and is named', async (_, kind, content) => {
    const path = kind === 'png' ? 'png/ada/ada-01.png' : `${kind}/ada.${kind}`;
    const file = writeGood(path);
    putProduct(kind, path, await content());
    await expect(merge()).rejects.toThrow(
      /shard-1-of-1\.zip holds a file "[^"]+" that cannot be opened, or has other pages than it says\.$/,
    );
    expect(readFileSync(file, 'utf8')).toBe('good');
  });
});

describe('an archive has limits', () => {
  const manifest = {
    format: 2,
    ...{ index: 1, of: 1, ...state, options: '--pdf' },
    decks: [{ slug: 'ada', slides: 1, products: [{ kind: 'pdf', pages: 1, files: ['pdf/ada.pdf'] }] }],
  };
  const shardJson = Buffer.from(JSON.stringify(manifest));
  const damaged = /shard-1-of-1\.zip is damaged, or no shard\.$/;

  test('one of a megabyte that unpacks to more than one gigabyte is refused before it does', async () => {
    const packed = bombZip('pdf/ada.pdf', 0, 1049, { 'shard.json': shardJson });
    expect(packed.length).toBeLessThan(1.2e6);
    put(packed);
    const before = process.memoryUsage().arrayBuffers;
    await expect(merge()).rejects.toThrow(damaged);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100e6);
  });

  test('one with a list of contents that unpacks to much is, too', async () => {
    put(bombZip('shard.json', 0x20, 64));
    await expect(merge()).rejects.toThrow(damaged);
  });

  test('one whose entries are the same bytes again and again is, too', async () => {
    const [one] = [packShard({ ...manifest, decks: [] }, [{ path: 'pdf/ada.pdf', bytes: await pdfOf(1) }])];
    // Claims a larger size for an entry in the central directory.
    const lying = Buffer.from(one);
    const list = lying.lastIndexOf('PK\x01\x02', undefined, 'latin1');
    lying.writeUInt32LE(2 ** 30, list + 20);
    lying.writeUInt32LE(2 ** 30, list + 24);
    put(lying);
    await expect(merge()).rejects.toThrow(damaged);
  });

  test('one that says it is one of a billion is, too', async () => {
    const [{ format: _, ...own }] = [manifest];
    put(packShard({ ...own, of: 1e9, decks: [] }, []));
    await expect(merge()).rejects.toThrow(damaged);
  });
});

test.skipIf(process.platform === 'win32')('a link, or an endless file, is not a shard', async () => {
  const path = join(folder, 'parts', 'first', 'shard-1-of-1.zip');
  expect(spawnSync('mkfifo', [path]).status).toBe(0);
  await expect(merge()).rejects.toThrow(/^Cannot read .*shard-1-of-1\.zip: it is a pipe, and no file/);
  rmSync(path);
  symlinkSync('/dev/zero', path);
  await expect(merge()).rejects.toThrow(/^Cannot read .*shard-1-of-1\.zip: it is a device, and no file/);
});
