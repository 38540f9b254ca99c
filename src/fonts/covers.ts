import { familyOf } from './family.ts';
import { FONT_PACKAGES, type FontPackage, fontPackageOf } from './font-packages.ts';
import { languageFont, stackOf } from './stacks.ts';

const LAST = 0x10ffff;
const UNKNOWN = 0;
const YES = 1;
const NO = 2;

/** What can be shown with the fonts that are there. */
export interface Coverage {
  has(codePoint: number): boolean;
  /** The package that has to be installed for a character; null where none would help. */
  packageFor(codePoint: number): FontPackage | null;
}

const known = new Map<string, Coverage>();

/**
 * What the fonts of the built-in theme cover in a language. Without the font of the language itself its characters are
 * not covered, even where a neighbour writes them: it writes them otherwise.
 */
export function coverageOf(lang: string, installed: readonly FontPackage[]): Coverage {
  const isComplete = FONT_PACKAGES.every((name) => installed.includes(name));
  // All languages end up with the same families.
  const key = isComplete ? '' : [lang, ...installed].join(' ');
  const coverage = known.get(key) ?? createCoverage(lang, installed);
  known.set(key, coverage);
  return coverage;
}

/** Whether some font of the built-in theme has a glyph, installed or not. */
export function covers(codePoint: number): boolean {
  return coverageOf('und', FONT_PACKAGES).has(codePoint);
}

function createCoverage(lang: string, installed: readonly FontPackage[]): Coverage {
  const families = stackOf(lang, false).map((name) => {
    const from = fontPackageOf(name);
    return { name, from, isThere: from === null || installed.includes(from) };
  });
  const own = languageFont(lang);
  /** By code point, as they are met. */
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
