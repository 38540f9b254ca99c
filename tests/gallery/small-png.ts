import { crc32, deflateSync } from 'node:zlib';
import type { PNG } from 'pngjs';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Maximum number of colours in a palette. */
const PALETTE = 256;
/** Bits kept of each channel: the first precision with few enough colours is used. */
const PRECISIONS = [5, 4, 3] as const;

/**
 * Encodes an opaque image as a PNG with a palette, which pngjs cannot write; a third of the size without one. At the
 * first precision a channel is off by at most 4 of 255 levels, at the second by 8.
 */
export function smallPng(picture: PNG): Buffer {
  for (const bits of PRECISIONS) {
    const indexed = index(picture, bits);
    if (indexed) return encode(picture, indexed);
  }
  throw new RangeError('a picture has too many colours');
}

interface Indexed {
  /** Three bytes per colour. */
  readonly palette: Buffer;
  /** For each row a zero (no filter), then one byte per pixel. */
  readonly rows: Buffer;
}

/** Null if there are more colours than a palette holds. */
function index({ data, width, height }: PNG, bits: number): Indexed | null {
  const most = 2 ** bits - 1;
  const level = Array.from({ length: 256 }, (_, value) =>
    Math.round((Math.round((value * most) / 255) * 255) / most),
  );
  const colours = new Map<number, number>();
  const rows = Buffer.alloc((width + 1) * height);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const [red = 0, green = 0, blue = 0] = data.subarray(pixel * 4, pixel * 4 + 3);
    const colour = ((level[red] ?? 0) << 16) | ((level[green] ?? 0) << 8) | (level[blue] ?? 0);
    const known = colours.get(colour) ?? colours.size;
    if (known >= PALETTE) return null;
    colours.set(colour, known);
    rows[pixel + Math.floor(pixel / width) + 1] = known;
  }
  const palette = Buffer.alloc(colours.size * 3);
  for (const [colour, at] of colours) palette.writeUIntBE(colour, at * 3, 3);
  return { palette, rows };
}

function encode({ width, height }: PNG, { palette, rows }: Indexed): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // eight bits, a palette, no interlace
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  frame.set(body, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
