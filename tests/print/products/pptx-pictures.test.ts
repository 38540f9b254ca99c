import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { PDFDocument, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../../cli/run-cli.ts';
import { WEBM } from '../../video-files.ts';
import { startBrowser } from '../start-browser.ts';

/** Colours of an image: red above, blue below. */
const [RED, BLUE] = ['red', 'blue'];
/** EXIF orientation 6: the stored image must be rotated clockwise. */
const LYING = Buffer.from('ffe1002245786966000049492a0008000000010012010300010000000600000000000000', 'hex');

let browser: Browser;
let page: Page;
let root: string;
let files: Readonly<Record<string, Uint8Array>>;

beforeAll(async () => {
  browser = await startBrowser();
  page = await browser.newPage();
  root = mkdtempSync(join(tmpdir(), 'talkdeck-pptx-'));
  const content = (path: string) => join(root, 'content', path);
  for (const folder of ['talks', 'assets']) mkdirSync(content(folder), { recursive: true });
  writeFileSync(content('event.md'), '---\ntitle: Data\nlang: en\nhost: Cy\n---\n');
  writeFileSync(content('assets/wide.png'), await paint(1600, 1000, 'image/png', 'below'));
  writeFileSync(content('assets/face.png'), await paint(800, 600, 'image/png', 'below'));
  writeFileSync(content('assets/page.webp'), await paint(600, 900, 'image/webp', 'below'));
  const lying = await paint(900, 600, 'image/jpeg', 'right');
  writeFileSync(content('assets/phone.jpg'), Buffer.concat([lying.subarray(0, 2), LYING, lying.subarray(2)]));
  writeFileSync(content('assets/moves.webm'), WEBM);
  const sections = ['wide.png', 'page.webp', 'phone.jpg', 'moves.webm'].map(
    (name) => `## ${name}\n\n![${name}](../assets/${name})\n`,
  );
  writeFileSync(
    content('talks/ada.md'),
    `---\nspeaker: Ada\ntitle: Stores\ntakeaway: Keep it.\nportrait: ../assets/face.png\n---\n\n${sections.join('\n')}`,
  );
  const { code, stderr } = await runCli(['export', '--pdf', '--pptx', '--quiet', '--root', root]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  files = unzipSync(readFileSync(join(root, 'out', 'pptx', 'ada.pptx')));
});

afterAll(async () => {
  await browser.close();
  rmSync(root, { recursive: true, force: true });
});

/** A red image with blue at the bottom or on the right. */
async function paint(width: number, height: number, type: string, where: 'below' | 'right'): Promise<Buffer> {
  const blue =
    where === 'below' ? `0, ${height / 2}, ${width}, ${height}` : `${width / 2}, 0, ${width}, ${height}`;
  const url = await page.evaluate<string>(`{
    const canvas = Object.assign(document.createElement('canvas'), { width: ${width}, height: ${height} });
    const context = canvas.getContext('2d');
    context.fillStyle = '${RED}';
    context.fillRect(0, 0, ${width}, ${height});
    context.fillStyle = '${BLUE}';
    context.fillRect(${blue});
    canvas.toDataURL('${type}');
  }`);
  return Buffer.from(url.replace(/^.*,/, ''), 'base64');
}

interface Shown {
  readonly slide: number;
  /** Width divided by height of the box in the file. */
  readonly box: number;
  /** Image that fills the box. */
  readonly media: Buffer;
  readonly type: string;
}

/** The images with this description, in slide order; portraits have none. */
function shown(name: string): readonly Shown[] {
  return Object.entries(files).flatMap(([path, bytes]) => {
    const [, number] = /^ppt\/slides\/slide(\d+)\.xml$/.exec(path) ?? [];
    if (number === undefined) return [];
    const relations = strFromU8(files[`ppt/slides/_rels/slide${number}.xml.rels`] ?? new Uint8Array());
    return [...strFromU8(bytes).matchAll(/<p:pic>.*?<\/p:pic>/gs)]
      .map(([picture]) => picture)
      .filter((picture) => (/ descr="([^"]*)"/.exec(picture)?.[1] ?? '') === name)
      .map((picture) => {
        const [, id] = /r:embed="(\w+)"/.exec(picture) ?? [];
        const [, target = ''] =
          new RegExp(`Id="${id}"[^>]*Target="../media/([^"]*)"`).exec(relations) ??
          new RegExp(`Target="../media/([^"]*)"[^>]*Id="${id}"`).exec(relations) ??
          [];
        const [, width, height] = /<a:ext cx="(\d+)" cy="(\d+)"/.exec(picture) ?? [];
        return {
          slide: Number(number),
          box: Number(width) / Number(height),
          media: Buffer.from(files[`ppt/media/${target}`] ?? new Uint8Array()),
          type: target.replace(/^.*\./, ''),
        };
      });
  });
}

/** Width, height, and the colours at the middle of the top and bottom edges, away from the corners. */
async function look({ media, type }: Shown): Promise<readonly [number, number, string, string]> {
  return page.evaluate<[number, number, string, string]>(`(async () => {
    const picture = new Image();
    picture.src = 'data:image/${type};base64,${media.toString('base64')}';
    await picture.decode();
    const { naturalWidth: width, naturalHeight: height } = picture;
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const context = canvas.getContext('2d');
    context.drawImage(picture, 0, 0);
    const at = (y) => {
      const [red, , blue] = context.getImageData(width / 2, y, 1, 1).data;
      return red > 200 && blue < 60 ? '${RED}' : blue > 200 && red < 60 ? '${BLUE}' : 'neither';
    };
    return [width, height, at(4), at(height - 4)];
  })()`);
}

test.each([
  ['wide.png', 1600 / 1000, 'png'],
  ['page.webp', 600 / 900, 'jpeg'],
  ['phone.jpg', 600 / 900, 'jpeg'],
])(
  '%s has its own proportions, stands upright, and is of a kind that PowerPoint shows',
  async (name, ratio, type) => {
    const [picture, ...more] = shown(name);
    expect(more).toEqual([]);
    expect(picture?.type).toBe(type);
    expect(picture?.box).toBeCloseTo(ratio, 1);
    const [width, height, above, below] = picture ? await look(picture) : [0, 0, '', ''];
    expect(width / height).toBeCloseTo(ratio, 1);
    expect([above, below]).toEqual([RED, BLUE]);
  },
);

test('a video is its first frame, and a link to its file', async () => {
  const [frame, ...more] = shown('moves.webm');
  expect(more).toEqual([]);
  expect(frame?.box).toBeCloseTo(320 / 180, 1);
  const links = strFromU8(files[`ppt/slides/_rels/slide${frame?.slide}.xml.rels`] ?? new Uint8Array());
  expect(links).toContain('Target="../../slides/assets/moves.webm"');
});

test('a picture is no larger than a screen with twice the pixels shows it', async () => {
  const [picture] = shown('wide.png');
  const [width] = picture ? await look(picture) : [0];
  expect(width).toBeGreaterThan(800);
  expect(width).toBeLessThan(1600);
});

test('a portrait is the square that slides show of it, with nothing pressed together', async () => {
  const portraits = shown('');
  expect(portraits.length).toBeGreaterThan(1);
  for (const portrait of portraits) {
    expect(portrait.box).toBeCloseTo(1, 2);
    const [width, height, above, below] = await look(portrait);
    expect(width / height).toBeCloseTo(1, 2);
    expect([above, below]).toEqual([RED, BLUE]);
  }
});

test('in the PDF, too, a large picture has twice the dots of its place, and others stay as they are', async () => {
  const { context } = await PDFDocument.load(readFileSync(join(root, 'out', 'pdf', 'ada.pdf')));
  const sizes = context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFRawStream)) return [];
    if (object.dict.get(PDFName.of('Subtype')) !== PDFName.of('Image')) return [];
    const side = (name: string) => object.dict.lookup(PDFName.of(name), PDFNumber).asNumber();
    return [[side('Width'), side('Height')] as const];
  });
  const ofRatio = (ratio: number) =>
    sizes.filter(([width, height]) => Math.abs(width / height - ratio) < 0.02);
  // 1600 x 1000 in a place some 400 px high; 600 x 900, which is no more than twice its place.
  const [[wide = 0, high = 0] = [], ...more] = ofRatio(1.6);
  expect(more).toEqual([]);
  expect(wide).toBeLessThan(1400);
  expect(high).toBeGreaterThan(600);
  expect(ofRatio(600 / 900).map(([width]) => width)).toEqual([600]);
});
