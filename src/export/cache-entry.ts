import * as v from 'valibot';
import type { PrintedFile, SlideFailureKind } from '../print/types.ts';
import { looksSound } from './products.ts';

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

const Size = v.pipe(v.number(), v.integer(), v.minValue(0));

const Head = v.object({
  pages: v.number(),
  warnings: v.array(
    v.object({
      slide: v.number(),
      kind: v.custom<SlideFailureKind>((kind) => typeof kind === 'string'),
      detail: v.string(),
    }),
  ),
  files: v.array(Size),
  pictures: v.array(v.object({ slide: v.number(), size: Size })),
});

const NEWLINE = 0x0a;

/** A line of JSON, then the files' bytes one after the other. Where the files go is not in it. */
export function encodeEntry({ files, pages, warnings, pictures }: CacheEntry): Uint8Array {
  const head = {
    pages,
    warnings,
    files: files.map(({ bytes }) => bytes.length),
    pictures: pictures.map(({ slide, png }) => ({ slide, size: png.length })),
  };
  return Buffer.concat([
    Buffer.from(`${JSON.stringify(head)}\n`),
    ...files.map(({ bytes }) => bytes),
    ...pictures.map(({ png }) => png),
  ]);
}

/**
 * Null where the bytes are no entry, or not of these files: too many or too few, or of another kind.
 * @param paths of the files that are wanted
 */
export function decodeEntry(bytes: Uint8Array, paths: readonly string[]): CacheEntry | null {
  const end = bytes.indexOf(NEWLINE);
  const head = v.safeParse(Head, parse(bytes.subarray(0, end)));
  if (!head.success) return null; // Another version wrote it.
  const { pages, warnings, files, pictures } = head.output;
  const sizes = [...files, ...pictures.map(({ size }) => size)];
  if (files.length !== paths.length || sum(sizes) !== bytes.length - end - 1) return null;
  let from = end + 1;
  const next = (size: number): Uint8Array => {
    from += size;
    return bytes.subarray(from - size, from);
  };
  const found = paths.map((path, index) => ({ path, bytes: next(files[index] ?? 0) }));
  if (!found.every(looksSound)) return null;
  return {
    pages,
    warnings,
    files: found,
    pictures: pictures.map(({ slide, size }) => ({ slide, png: next(size) })),
  };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
