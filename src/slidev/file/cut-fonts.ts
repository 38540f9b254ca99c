import { digestOf } from '../../base/changed.ts';
import { readFont } from '../../base/fonts/read-font.ts';
import type { Store } from '../../base/store.ts';
import type { BundleJob } from '../job.ts';
import {
  charactersByFamily,
  familyOfFace,
  hasBuiltInFonts,
  rangeOf,
  shownText,
} from '../plugins/used-faces.ts';

/** Entries of a font's name table (OpenType): trademark, licence and its address. Copyright and names stay anyway. */
const LICENCE = [7, 13, 14];

/**
 * Returns a function that subsets a font to the characters that the job's decks set in it. A font that cannot be subset
 * stays whole.
 *
 * @param store of fonts that were subset before
 * @returns WOFF2; the original bytes if `isCut` is false; null if it draws none of the characters
 */
export function fontCutter(
  job: BundleJob,
  store: Pick<Store, 'get' | 'put'> | null = null,
): (font: Buffer, face: string) => Promise<{ readonly bytes: Buffer; readonly isCut: boolean } | null> {
  const families = hasBuiltInFonts(job.themeRoot) ? charactersByFamily(job) : new Map<string, never>();
  const all = inBothCases(new Set([...shownText(job)]));
  return async (font, face) => {
    const family = familyOfFace(face);
    const known = family === null ? undefined : families.get(family);
    const shown = known ? inBothCases(new Set([...known].map((each) => String.fromCodePoint(each)))) : all;
    const isInRange = rangeOf(face);
    const text = [...shown].filter((each) => isInRange(each.codePointAt(0) ?? 0)).join('');
    const key = `font-${digestOf(`${digestOf(font)} ${text}`)}`;
    const before = cut.get(key) ?? store?.get(key);
    if (before) return before.length > 0 ? { bytes: before, isCut: true } : null;
    try {
      const { default: subsetFont } = await import('subset-font');
      const bytes = await subsetFont(font, text, { targetFormat: 'woff2', preserveNameIds: LICENCE });
      // Browsers refuse a font that draws nothing, such as one with only a space.
      const { advance } = readFont(bytes);
      const isDrawn = [...text].some((each) => /\S/.test(each) && advance(each.codePointAt(0) ?? 0) > 0);
      const kept = isDrawn ? bytes : Buffer.of();
      cut.set(key, kept);
      store?.put(key, kept);
      return isDrawn ? { bytes, isCut: true } : null;
    } catch {
      return { bytes: font, isCut: false };
    }
  };
}

/** For this process: the decks of an evening have most characters in common. Empty if a font draws none of them. */
const cut = new Map<string, Buffer>();

/** Includes capitals, because a theme may show text in them. */
function inBothCases(characters: ReadonlySet<string>): string {
  const all = [...characters].flatMap((each) => [each, each.toUpperCase(), each.toLowerCase()]);
  return [...new Set(all.join(''))].sort().join('');
}
