import { type FontPackage, fontPackageOf } from './font-packages.ts';
import type { FamilyName } from './tables.ts';

const SIGNS: readonly FamilyName[] = [
  'DejaVu Sans',
  'Noto Sans Math',
  'Noto Emoji Signs',
  'Noto Sans Symbols 2',
  'Noto Sans Symbols',
];

/** What a language has of its own; the rest is as for Simplified Chinese. */
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

/** Which families set text in a language, the first that has a character before the others: as fonts.css says. */
export function stackOf(lang: string, mono: boolean): readonly FamilyName[] {
  const { latin, own, neighbours } = localOf(lang);
  const first: readonly FamilyName[] = mono
    ? ['JetBrains Mono', 'Noto Emoji', 'DejaVu Mono']
    : [latin, 'Noto Emoji'];
  return [...first, ...own, 'Inter', ...SIGNS, ...neighbours];
}

/** The package with the font of a language; null where talkdeck brings it. */
export function languageFont(lang: string): FontPackage | null {
  const [first] = localOf(lang).own;
  return first === undefined ? null : fontPackageOf(first);
}

/** As `:lang()` matches: `zh-Hant` is also the start of `zh-Hant-TW`, `zh-HK` not of `zh-Hans-HK`. */
function localOf(lang: string): Local {
  if (/^zh-(?:tw|hk|mo|hant)\b/i.test(lang)) return TRADITIONAL;
  if (/^zh\b/i.test(lang)) return SIMPLIFIED;
  if (/^ja\b/i.test(lang)) return JAPANESE;
  if (/^ko\b/i.test(lang)) return KOREAN;
  return OTHER;
}
