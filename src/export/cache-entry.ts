import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { PrintedFile, SlideFailureKind } from '../print/types.ts';

/** A product of a deck, as it is kept. */
export interface CacheEntry {
  readonly files: readonly PrintedFile[];
  readonly pages: number;
  /** Warnings about slides of the deck, from 1. Where they come from may change without the deck. */
  readonly warnings: readonly {
    readonly slide: number;
    readonly kind: SlideFailureKind;
    readonly detail: string;
  }[];
  /** Of the slides that have a warning. */
  readonly pictures: readonly { readonly slide: number; readonly png: Uint8Array }[];
}

const Head = v.object({
  pages: v.number(),
  warnings: v.array(
    v.object({
      slide: v.number(),
      kind: v.custom<SlideFailureKind>((kind) => typeof kind === 'string'),
      detail: v.string(),
    }),
  ),
  files: v.array(v.object({ path: v.string(), size: v.number() })),
  pictures: v.array(v.object({ slide: v.number(), size: v.number() })),
});

const NEWLINE = 0x0a;
const DIGEST_LENGTH = 64;

/** A digest of the rest, a line of JSON, then the files' bytes one after the other. */
export function encodeEntry({ files, pages, warnings, pictures }: CacheEntry): Uint8Array {
  const head = {
    pages,
    warnings,
    files: files.map(({ path, bytes }) => ({ path, size: bytes.length })),
    pictures: pictures.map(({ slide, png }) => ({ slide, size: png.length })),
  };
  const parts = [
    Buffer.from(`${JSON.stringify(head)}\n`),
    ...files.map(({ bytes }) => bytes),
    ...pictures.map(({ png }) => png),
  ];
  return Buffer.concat([Buffer.from(digestOf(parts)), ...parts]);
}

/** Null where the bytes are not whole, or not an entry. */
export function decodeEntry(bytes: Uint8Array): CacheEntry | null {
  const rest = bytes.subarray(DIGEST_LENGTH);
  if (digestOf([rest]) !== Buffer.from(bytes.subarray(0, DIGEST_LENGTH)).toString('latin1')) return null;
  const end = rest.indexOf(NEWLINE);
  const head = v.safeParse(Head, JSON.parse(Buffer.from(rest.subarray(0, end)).toString('utf8')));
  if (!head.success) return null; // Another version wrote it.
  const { pages, warnings, files, pictures } = head.output;
  let from = end + 1;
  const next = (size: number): Uint8Array => {
    from += size;
    return rest.subarray(from - size, from);
  };
  return {
    pages,
    warnings,
    files: files.map(({ path, size }) => ({ path, bytes: next(size) })),
    pictures: pictures.map(({ slide, size }) => ({ slide, png: next(size) })),
  };
}

function digestOf(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
