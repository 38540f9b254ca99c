import { crc32, createInflate } from 'node:zlib';
import { unzipSync } from 'fflate';
import { productPath } from '../print/products/product-path.ts';
import type { PrintedFile, Product } from '../print/types.ts';

export const KINDS = [
  'pdf',
  'handout',
  'notes',
  'png',
  'pptx',
  'html',
] as const satisfies readonly Product['kind'][];

const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
/** Written by slidev/file/write-one-file.ts. */
const HTML_START = Buffer.from('<!doctype html>');
const HTML_END = '</html>\n';
/** Last record of a zip archive, at the end unless there is a comment. */
const ZIP_END = Buffer.from('PK\x05\x06', 'latin1');
const ZIP_END_LENGTH = 22;
const PPTX_PARTS = ['[Content_Types].xml', 'ppt/presentation.xml'];
const PPTX_SLIDE = /^ppt\/slides\/slide(\d+)\.xml$/;
/** Unpacked size of an entry of a PowerPoint file; a slide has some 100 kB. */
const PPTX_PART_BYTES = 16 * 2 ** 20;
const PPTX_ENTRIES = 20_000;
/** Width and height in pixels; the largest that we make have half of that. */
const PNG_SIDE = 16_384;

/** Paths of a product's files, below out/, with forward slashes. @param slides number of slides in the deck */
export function productPaths(
  product: Pick<Product, 'kind'>,
  slug: string,
  slides: number,
): readonly string[] {
  const { kind } = product as Product;
  if (kind !== 'png') return [productPath(product as Product, slug)];
  return Array.from({ length: slides }, (_, index) =>
    productPath(product as Product, slug, index + 1, slides),
  );
}

/** Quick check that a file begins and ends as its kind should, to detect truncated and wrong files. */
export function looksSound({ path, bytes }: PrintedFile): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (path.endsWith('.png')) return file.subarray(0, PNG.length).equals(PNG) && file.includes('IEND', -12);
  if (path.endsWith('.html'))
    return (
      HTML_START.equals(file.subarray(0, HTML_START.length)) && file.includes(HTML_END, -HTML_END.length)
    );
  if (path.endsWith('.pptx')) return file.subarray(-ZIP_END_LENGTH).indexOf(ZIP_END) === 0;
  const end = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.toString('latin1', Math.max(0, file.length - 64)));
  if (!file.subarray(0, 5).equals(Buffer.from('%PDF-')) || !end) return false;
  // A cross-reference table, or an object that contains one.
  const table = Number(end[1]);
  return /^(?:xref|\d+ \d+ obj)\s/.test(file.toString('latin1', table, table + 32));
}

/**
 * Whether a product of unknown origin can be opened and has the stated number of pages, slides or pictures. Memory is
 * bounded, whatever it unpacks to.
 */
export async function opens(
  kind: Product['kind'],
  pages: number,
  files: readonly PrintedFile[],
): Promise<boolean> {
  if (!files.every(looksSound)) return false;
  const [first] = files;
  if (first === undefined) return false;
  try {
    switch (kind) {
      case 'png':
        for (const { bytes } of files) if (!(await isPicture(Buffer.from(bytes)))) return false;
        return files.length === pages;
      case 'html':
        return false; // A page runs code, so none is accepted from elsewhere.
      case 'pptx':
        return slidesOf(first.bytes) === pages;
      default: {
        const { countPages } = await import('../print/pdf/count-pages.ts');
        return (await countPages(first.bytes)) === pages;
      }
    }
  } catch {
    return false; // Any error of a reader.
  }
}

/** @throws if it is not a complete archive, or too large */
function slidesOf(bytes: Uint8Array): number {
  let entries = 0;
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      entries += 1;
      if (entries > PPTX_ENTRIES || originalSize > PPTX_PART_BYTES * 4) throw new Error('too large');
      if (!PPTX_SLIDE.test(name) && !PPTX_PARTS.includes(name)) return false;
      if (originalSize > PPTX_PART_BYTES) throw new Error('too large');
      return true;
    },
  });
  const isXml = (name: string) => Buffer.from(parts[name]?.subarray(0, 64) ?? []).includes('<?xml');
  if (!Object.keys(parts).every(isXml) || !PPTX_PARTS.every((name) => name in parts)) return -1;
  return Object.keys(parts).length - PPTX_PARTS.length;
}

/**
 * Reads the whole picture as the specification demands: chunks with valid checksums, and as much data as the rows need.
 */
async function isPicture(png: Buffer): Promise<boolean> {
  const data: Buffer[] = [];
  let expected = 0;
  for (let at = PNG.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const body = png.subarray(at + 4, at + 8 + length);
    if (body.length < length + 4 || crc32(body) !== png.readUInt32BE(at + 8 + length)) return false;
    const type = body.toString('latin1', 0, 4);
    if (type === 'IHDR') expected = rawBytes(body.subarray(4));
    if (type === 'IDAT') data.push(body.subarray(4));
    at += 12 + length;
  }
  if (expected <= 0 || data.length === 0) return false;
  const inflate = createInflate();
  inflate.end(Buffer.concat(data));
  let sum = 0;
  for await (const chunk of inflate) {
    sum += (chunk as Buffer).length;
    if (sum > expected) return false; // Leaving the loop destroys the stream.
  }
  return sum === expected;
}

/**
 * Size of the raw data of a picture as browsers and we write it: not interlaced, eight bits per sample. Zero for any
 * other.
 */
function rawBytes(header: Buffer): number {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, color, , , interlace] = header.subarray(8);
  const samples = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[color ?? -1];
  if (depth !== 8 || interlace !== 0 || samples === undefined) return 0;
  return width > PNG_SIDE || height > PNG_SIDE ? 0 : height * (1 + width * samples);
}
