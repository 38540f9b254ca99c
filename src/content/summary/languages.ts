/**
 * Languages for the fixed words of decks, by the beginning of their tags: `zh-Hant` is used in Taiwan and Hong Kong.
 */
export const DECK_LANGUAGES = ['zh', 'zh-Hant', 'en', 'ja', 'ko', 'de', 'fr', 'es', 'pt'] as const;
export type DeckLanguage = (typeof DECK_LANGUAGES)[number];

/** Language for a deck's fixed words; null if unsupported. @param tag BCP 47 */
export function deckLanguage(tag: string): DeckLanguage | null {
  const language = tag.toLowerCase().split('-')[0] ?? '';
  if (language === 'zh') return isTraditional(tag) ? 'zh-Hant' : 'zh';
  return DECK_LANGUAGES.find((known) => known === language) ?? null;
}

/** Whether words for one language are also meant for the other: `en` and `en-GB`, but not `zh-TW` and `zh-CN`. */
export function sameTongue(a: string, b: string): boolean {
  const [one, other] = [a, b].map((tag) => deckLanguage(tag) ?? tag.toLowerCase().split('-')[0]);
  return one === other;
}

/** A script named explicitly takes precedence over a region's usual one. */
function isTraditional(tag: string): boolean {
  return /-hant\b/i.test(tag) || (/-(?:tw|hk|mo)\b/i.test(tag) && !/-hans\b/i.test(tag));
}

/** The first example in the script of a meetup's language. @param tag BCP 47 */
export function exampleIn(tag: string, examples: readonly string[]): string | undefined {
  const hasHan = /^(?:zh|ja)\b/i.test(tag);
  return examples.find((text) => /\p{Script=Han}/u.test(text) === hasHan) ?? examples[0];
}
