import { type FamilyName, TABLES } from './tables.ts';

/** A font family of the built-in theme, in all its slices. */
export interface Family {
  readonly name: FamilyName;
  has(codePoint: number): boolean;
  /** In 1/1000 em; 0 without a glyph. */
  advance(codePoint: number, bold: boolean): number;
}

const families = new Map<FamilyName, Family>();

/** Reads a family's tables when it is first asked for. */
export function familyOf(name: FamilyName): Family {
  const known = families.get(name);
  if (known) return known;
  const family = new TableFamily(name);
  families.set(name, family);
  return family;
}

class TableFamily implements Family {
  readonly name: FamilyName;
  readonly #pages: ReadonlyMap<number, Uint8Array>;
  #regular: ReadonlyMap<number, number> | null = null;
  #bold: ReadonlyMap<number, number> | null = null;

  constructor(name: FamilyName) {
    this.name = name;
    this.#pages = readPages(TABLES[name].pages);
  }

  has(codePoint: number): boolean {
    const page = this.#pages.get(codePoint >> 8);
    return page !== undefined && ((page[(codePoint & 0xff) >> 3] ?? 0) & (1 << (codePoint & 7))) !== 0;
  }

  advance(codePoint: number, bold: boolean): number {
    const { regular, bold: thick } = TABLES[this.name];
    this.#regular ??= readAdvances(this.#pages, regular);
    if (!bold || thick === null) return this.#regular.get(codePoint) ?? 0;
    this.#bold ??= readAdvances(this.#pages, thick);
    return this.#bold.get(codePoint) ?? 0;
  }
}

const PAGE_BYTES = 32;

function readPages(text: string): ReadonlyMap<number, Uint8Array> {
  return new Map(
    text.split(' ').map((entry) => {
      const [page = '', bits = ''] = entry.split(':');
      const bytes = bits === '*' ? new Uint8Array(PAGE_BYTES).fill(0xff) : Buffer.from(bits, 'base64url');
      return [Number.parseInt(page, 16), bytes];
    }),
  );
}

function readAdvances(pages: ReadonlyMap<number, Uint8Array>, text: string): ReadonlyMap<number, number> {
  const advances = new Map<number, number>();
  let at = 0;
  const number = (digits: number): number => {
    at += digits;
    return [...text.slice(at - digits, at)].reduce((sum, digit) => 64 * sum + DIGITS.indexOf(digit), 0);
  };
  let left = 0;
  let advance = 0;
  for (const [page, bytes] of pages) {
    for (let low = 0; low < 0x100; low += 1) {
      if (((bytes[low >> 3] ?? 0) & (1 << (low & 7))) === 0) continue;
      if (left === 0) {
        const isRun = text[at] === '*';
        if (isRun) at += 1;
        left = isRun ? number(3) : 1;
        advance = number(2);
      }
      advances.set((page << 8) | low, advance);
      left -= 1;
    }
  }
  return advances;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
