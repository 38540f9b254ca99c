/**
 * How a meetup's language writes: decides which advice on blanks and punctuation it gets. Japanese and Korean have
 * both kinds of punctuation; where the language is not known, nothing is said of it either.
 */
export type Writing = 'Chinese' | 'mixed' | 'Latin';

const CHINESE = new Set(['zh', 'yue', 'cmn', 'wuu', 'nan', 'hak', 'gan', 'hsn']);
const MIXED = new Set(['ja', 'ko', 'und', '']);

/** @param lang BCP 47; empty where event.md has none that is right */
export function writingOf(lang: string): Writing {
  const language = lang.toLowerCase().split('-')[0] ?? '';
  if (CHINESE.has(language)) return 'Chinese';
  return MIXED.has(language) ? 'mixed' : 'Latin';
}
