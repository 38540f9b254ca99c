import { inflateSync } from 'node:zlib';
import { ParseSpeeds, PDFDocument } from 'pdf-lib';

/** The streams that pdf-lib unpacks when it reads a PDF, in any spelling of their types. */
const UNPACKED =
  /\/(?:(?:O|#4f)(?:b|#62)(?:j|#6a)(?:S|#53)(?:t|#74)(?:m|#6d)|(?:X|#58)(?:R|#52)(?:e|#65)(?:f|#66))\b/gi;
const STREAM = /stream\r?\n?/g;
/** Maximum distance from the type of such a stream to its data; the dictionary is short. */
const DICTIONARY_LENGTH = 2_000;
/** Limit for one such stream; ours have less than a tenth of it. */
const LARGEST = 16 * 2 ** 20;
const LARGEST_SUM = 128 * 2 ** 20;

/**
 * Reads an untrusted PDF.
 * @returns its number of pages
 * @throws if it cannot be read completely, or would unpack to more than a PDF of slides does
 */
export async function countPages(bytes: Uint8Array): Promise<number> {
  refuseBombs(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const pdf = await PDFDocument.load(bytes, {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
    throwOnInvalidObject: true,
  });
  return pdf.getPages().length;
}

function refuseBombs(bytes: Buffer): void {
  const text = bytes.toString('latin1');
  let sum = 0;
  for (const { index } of text.matchAll(UNPACKED)) {
    const near = text.slice(index, index + DICTIONARY_LENGTH);
    for (const { index: at, 0: keyword } of near.matchAll(STREAM)) {
      sum += unpackedSize(bytes.subarray(index + at + keyword.length));
      if (sum > LARGEST_SUM) throw new Error('it unpacks to too much');
    }
  }
}

/** Zero for data that is not compressed. */
function unpackedSize(data: Buffer): number {
  try {
    return inflateSync(data, { maxOutputLength: LARGEST }).length;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw cause;
    return 0;
  }
}
