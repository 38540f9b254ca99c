import { FONT_PACKAGES, type FontPackage, fontPackageOf } from './font-packages.ts';
import { type FamilyName, TABLES } from './tables.ts';

/** A font family of the built-in theme, with all its slices. */
interface Family {
  readonly name: FamilyName;
  has(codePoint: number): boolean;
  /** In 1/1000 em; 0 for a missing glyph. */
  advance(codePoint: number, bold: boolean): number;
}

const families = new Map<FamilyName, Family>();

/** Reads a family's tables on first use. */
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

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const SIGNS: readonly FamilyName[] = [
  'DejaVu Sans',
  'Noto Sans Math',
  'Noto Emoji Signs',
  'Noto Sans Symbols 2',
  'Noto Sans Symbols',
];

/** Families for text in a language, in order of precedence, as in fonts.css. */
export function stackOf(lang: string, mono: boolean): readonly FamilyName[] {
  const { latin, own, neighbours } = localOf(lang);
  const first: readonly FamilyName[] = mono
    ? ['JetBrains Mono', 'Noto Emoji', 'DejaVu Mono']
    : [latin, 'Noto Emoji'];
  return [...first, ...own, 'Inter', ...SIGNS, ...neighbours];
}

/** The optional package with the font of a language; null if talkdeck bundles it. */
export function languageFont(lang: string): FontPackage | null {
  const [first] = localOf(lang).own;
  return first === undefined ? null : fontPackageOf(first);
}

/** Which characters the installed fonts can show. */
export interface Coverage {
  has(codePoint: number): boolean;
  /** The package to install for a character; null if none would help. */
  packageFor(codePoint: number): FontPackage | null;
}

const known = new Map<string, Coverage>();

/**
 * Coverage of the built-in theme's fonts in a language. If the language's own font is missing, its characters are not
 * covered even where a neighbour's font has them, because it draws them differently.
 */
export function coverageOf(lang: string, installed: readonly FontPackage[]): Coverage {
  const isComplete = FONT_PACKAGES.every((name) => installed.includes(name));
  // With every package installed, all languages share one result.
  const key = isComplete ? '' : [lang, ...installed].join(' ');
  const coverage = known.get(key) ?? createCoverage(lang, installed);
  known.set(key, coverage);
  return coverage;
}

/** Whether any font of the built-in theme has a glyph, installed or not. */
export function covers(codePoint: number): boolean {
  return coverageOf('und', FONT_PACKAGES).has(codePoint);
}

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

/** What differs by language; other languages are set like Simplified Chinese. */
interface Local {
  readonly latin: FamilyName;
  readonly own: readonly FamilyName[];
  readonly neighbours: readonly FamilyName[];
}

const SIMPLIFIED: Local = {
  latin: 'Inter Alnum',
  own: ['Noto Sans SC Common', 'Noto Sans SC'],
  neighbours: ['Noto Sans TC', 'Noto Sans JP', 'Noto Sans KR Common', 'Noto Sans KR'],
};
const TRADITIONAL: Local = {
  latin: 'Inter Alnum',
  own: ['Noto Sans TC Common', 'Noto Sans TC'],
  neighbours: ['Noto Sans SC', 'Noto Sans JP', 'Noto Sans KR Common', 'Noto Sans KR'],
};
const JAPANESE: Local = {
  latin: 'Inter Alnum',
  own: ['Noto Sans JP Common', 'Noto Sans JP'],
  neighbours: ['Noto Sans SC', 'Noto Sans TC', 'Noto Sans KR Common', 'Noto Sans KR'],
};
const KOREAN: Local = {
  latin: 'Inter',
  own: ['Noto Sans KR Common', 'Noto Sans KR'],
  neighbours: ['Noto Sans TC', 'Noto Sans JP', 'Noto Sans SC'],
};
const OTHER: Local = { ...SIMPLIFIED, latin: 'Inter' };

/** Matches like `:lang()`: `zh-Hant` also covers `zh-Hant-TW`, but `zh-HK` does not cover `zh-Hans-HK`. */
function localOf(lang: string): Local {
  if (/^zh-(?:tw|hk|mo|hant)\b/i.test(lang)) return TRADITIONAL;
  if (/^zh\b/i.test(lang)) return SIMPLIFIED;
  if (/^ja\b/i.test(lang)) return JAPANESE;
  if (/^ko\b/i.test(lang)) return KOREAN;
  return OTHER;
}

const LAST = 0x10ffff;
const UNKNOWN = 0;
const YES = 1;
const NO = 2;

function createCoverage(lang: string, installed: readonly FontPackage[]): Coverage {
  const families = stackOf(lang, false).map((name) => {
    const from = fontPackageOf(name);
    return { name, from, isThere: from === null || installed.includes(from) };
  });
  const own = languageFont(lang);
  /** By code point, filled on demand. */
  const states = new Uint8Array(LAST + 1);
  const isCovered = (codePoint: number): boolean => {
    const having = families.filter(({ name }) => familyOf(name).has(codePoint));
    const [first] = having;
    if (first && !first.isThere && first.from === own) return false;
    return having.some(({ isThere }) => isThere);
  };
  return {
    has(codePoint) {
      const state = states[codePoint] ?? NO;
      if (state !== UNKNOWN) return state === YES;
      const found = isCovered(codePoint);
      states[codePoint] = found ? YES : NO;
      return found;
    },
    packageFor: (codePoint) =>
      families.find(({ name, isThere }) => !isThere && familyOf(name).has(codePoint))?.from ?? null,
  };
}
