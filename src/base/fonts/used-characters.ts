import { familyOf, stackOf } from './families.ts';
import type { FamilyName } from './tables.ts';

/** A character with what is joined to it: combining marks, the rest of an emoji. */
const CLUSTER = /\S(?:[\p{M}\p{Emoji_Modifier}\u1160-\u11ff\u{e0020}-\u{e007f}]|\u200d.)+/gu;

/** The characters that each family sets in text or code of these languages. */
export function usedCharacters(
  text: string,
  languages: readonly string[],
): ReadonlyMap<FamilyName, ReadonlySet<number>> {
  // Parts of Korean syllables are drawn as whole syllables.
  const units = new Set([...text, ...(text.match(CLUSTER) ?? [])].map((unit) => unit.normalize('NFC')));
  const clusters = [...new Set([...units, ...text, ...(text.match(CLUSTER) ?? [])])].map((unit) =>
    [...unit].filter(needsGlyph).map((char) => char.codePointAt(0) ?? 0),
  );
  const used = new Map<FamilyName, Set<number>>();
  for (const stack of languages.flatMap((lang) => [stackOf(lang, false), stackOf(lang, true)])) {
    const families = stack.map(familyOf);
    for (const codePoints of clusters) {
      const family = families.find((each) => codePoints.every((codePoint) => each.has(codePoint)));
      if (!family || codePoints.length === 0) continue;
      const known = used.get(family.name) ?? new Set();
      used.set(family.name, known);
      for (const codePoint of codePoints) known.add(codePoint);
    }
  }
  return used;
}

/**
 * Characters that draw nothing themselves: line ends, joiners, variation selectors, format marks. U+115F and the like
 * are Default_Ignorable in Unicode, but are drawn.
 */
const UNDRAWN = /[\t\n\r\u2028\u2029]|(?![\u115f\u1160\u3164\uffa0])\p{Default_Ignorable_Code_Point}/u;

/** Whether a character (one code point) needs a glyph. */
export function needsGlyph(char: string): boolean {
  return !UNDRAWN.test(char);
}
