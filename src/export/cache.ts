import * as v from 'valibot';
import { openStore } from '../base/store.ts';
import type { PrintedDeck, PrintedFile, Product, SlideFailureKind } from '../print/types.ts';
import { looksSound } from './products.ts';

/** Cache of printed products. It never fails: what is missing is printed again. */
export interface PrintCache {
  /** @param paths of the product's files, which an entry does not contain */
  get(key: string, paths: readonly string[]): CacheEntry | null;
  put(key: string, entry: CacheEntry): void;
  /** Removes everything put since the cache was opened. */
  forget(): void;
  /** Removes the least recently used entries until at most `bytes` are left. */
  trim(bytes: number): void;
}

/** @param folder absolute; null to store nothing */
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

/** A stored product of a deck. */
export interface CacheEntry {
  readonly files: readonly PrintedFile[];
  readonly pages: number;
  /** Warnings about slides of the deck, 1-based. Their source lines are left out: they may change without the deck. */
  readonly warnings: readonly {
    readonly slide: number;
    readonly kind: SlideFailureKind;
    readonly detail: string;
  }[];
  /** Pictures of the slides with warnings. */
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

/** A line of JSON, followed by the bytes of all files. Paths are not included. */
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
 * Decodes an entry; null if the bytes are not one, or not for these files: another number, size or kind.
 * @param paths of the expected files
 */
export function decodeEntry(bytes: Uint8Array, paths: readonly string[]): CacheEntry | null {
  const end = bytes.indexOf(NEWLINE);
  const head = v.safeParse(Head, parse(bytes.subarray(0, end)));
  if (!head.success) return null; // Written by another version.
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

/** Entry for a product, with the warnings that apply to it regardless of other products. Null if it was not made. */
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
