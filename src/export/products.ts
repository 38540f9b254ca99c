import { crc32, createInflate } from 'node:zlib';
import { unzipSync } from 'fflate';
import { productPath } from '../print/products/product-path.ts';
import type { PrintedFile, Product } from '../print/types.ts';

export const KINDS = ['pdf', 'handout', 'notes', 'png', 'pptx'] as const satisfies readonly Product['kind'][];

const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
/** Of a zip archive: its last part, at the end where there is no remark. */
const ZIP_END = Buffer.from('PK\x05\x06', 'latin1');
const ZIP_END_LENGTH = 22;
const PPTX_PARTS = ['[Content_Types].xml', 'ppt/presentation.xml'];
const PPTX_SLIDE = /^ppt\/slides\/slide(\d+)\.xml$/;
/** Of an entry of a PowerPoint file that is unpacked; a slide has some 100 kB. */
const PPTX_PART_BYTES = 16 * 2 ** 20;
const PPTX_ENTRIES = 20_000;
/** Pixels across and down; the largest that we make have half of it. */
const PNG_SIDE = 16_384;

/** Where the files of a product go, below out/, with forward slashes. @param slides of the deck */
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

/** Whether a file begins and ends as its kind does: what is cut off or something else is told at once. */
export function looksSound({ path, bytes }: PrintedFile): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (path.endsWith('.png')) return file.subarray(0, PNG.length).equals(PNG) && file.includes('IEND', -12);
  if (path.endsWith('.pptx')) return file.subarray(-ZIP_END_LENGTH).indexOf(ZIP_END) === 0;
  const end = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.toString('latin1', Math.max(0, file.length - 64)));
  if (!file.subarray(0, 5).equals(Buffer.from('%PDF-')) || !end) return false;
  // A table, or an object that holds one.
  const table = Number(end[1]);
  return /^(?:xref|\d+ \d+ obj)\s/.test(file.toString('latin1', table, table + 32));
}

/**
 * Whether a product that comes from anywhere can be opened, and has as many pages, slides or pictures as it is said to.
 * Takes a bounded amount of memory, whatever it unpacks to.
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
      case 'pptx':
        return slidesOf(first.bytes) === pages;
      default: {
        const { countPages } = await import('../print/pdf/count-pages.ts');
        return (await countPages(first.bytes)) === pages;
      }
    }
  } catch {
    return false; // Whatever a reader stumbles over.
  }
}

/** @throws where it is no whole archive, or too large */
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

/** Reads it to the end, as the specification has it: chunks with their sums, as many bytes as its lines have. */
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
    if (sum > expected) return false; // Leaving the loop ends the stream.
  }
  return sum === expected;
}

/** Of a picture as browsers and we write it: not interlaced, eight bits. Zero for any other. */
function rawBytes(header: Buffer): number {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, color, , , interlace] = header.subarray(8);
  const samples = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[color ?? -1];
  if (depth !== 8 || interlace !== 0 || samples === undefined) return 0;
  return width > PNG_SIDE || height > PNG_SIDE ? 0 : height * (1 + width * samples);
}
