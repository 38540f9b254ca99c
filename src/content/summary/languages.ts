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

/** An explicit script takes precedence over that of a region. */
function isTraditional(tag: string): boolean {
  return /-hant\b/i.test(tag) || (/-(?:tw|hk|mo)\b/i.test(tag) && !/-hans\b/i.test(tag));
}
