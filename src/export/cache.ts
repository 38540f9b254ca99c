import * as v from 'valibot';
import { openStore } from '../base/store.ts';
import type { PrintedDeck, PrintedFile, Product, SlideFailureKind } from '../print/types.ts';
import { looksSound } from './products.ts';

/** What was printed before. It never fails: what it has lost is printed once more. */
export interface PrintCache {
  /** @param paths of the product's files, which an entry does not name */
  get(key: string, paths: readonly string[]): CacheEntry | null;
  put(key: string, entry: CacheEntry): void;
  /** Removes what was put since it was opened. */
  forget(): void;
  /** Removes what was not used for longest, until `bytes` are left. */
  trim(bytes: number): void;
}

/** @param folder absolute; null to keep nothing */
export function openPrintCache(folder: string | null): PrintCache {
  const store = openStore(folder);
  return {
    get: (key, paths) => {
      const bytes = store.get(key);
      return bytes && decodeEntry(bytes, paths);
    },
    put: (key, entry) => store.put(key, encodeEntry(entry)),
    forget: store.forget,
    trim: (bytes) => store.trim({ bytes }),
  };
}

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

/**
 * A product as it is kept: with the warnings that hold of it, in whatever company it is wanted the next time. Null
 * where it was not made.
 */
export function entryOf({ products, failures, pictures }: PrintedDeck, product: Product): CacheEntry | null {
  const made = products.find((one) => one.product === product);
  if (!made) return null;
  const warnings = failures
    .filter(({ kind }) => kind !== 'flattened' || product.kind === 'pptx')
    .map(({ slide, kind, detail }) => ({ slide, kind, detail }));
  const warned = new Set(warnings.map(({ slide }) => slide));
  return {
    files: made.files,
    pages: made.pages,
    warnings,
    pictures: pictures.filter(({ slide }) => warned.has(slide)).map(({ slide, png }) => ({ slide, png })),
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
