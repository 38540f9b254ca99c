/**
 * Writing system of a meetup's language, which decides on its advice about spacing and punctuation. Japanese and Korean
 * use both kinds of punctuation; for unknown languages there is no such advice.
 */
type Writing = 'Chinese' | 'mixed' | 'Latin';

const CHINESE = new Set(['zh', 'yue', 'cmn', 'wuu', 'nan', 'hak', 'gan', 'hsn']);
const MIXED = new Set(['ja', 'ko', 'und', '']);

/** @param lang BCP 47; empty if event.md has no valid one */
export function writingOf(lang: string): Writing {
  const language = lang.toLowerCase().split('-')[0] ?? '';
  if (CHINESE.has(language)) return 'Chinese';
  return MIXED.has(language) ? 'mixed' : 'Latin';
}

const HAN = /^[\p{Script=Han}\u3007]$/u;

/** Whether the UTF-16 unit at `index` belongs to a Chinese character. */
export function isHanAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (Number.isNaN(code) || code < 0x2e80) return false;
  if (code >= 0x4e00 && code < 0xa000) return true;
  const start = code >= 0xdc00 && code < 0xe000 ? index - 1 : index;
  return HAN.test(String.fromCodePoint(text.codePointAt(start) ?? 0));
}

/** Whether a word begins a sentence or a line, where any word may be capitalized. */
export function beginsSentence(text: string, index: number): boolean {
  let before = index - 1;
  while (before >= 0 && OPENERS.test(text.charAt(before))) before -= 1;
  return before < 0 || ENDS.includes(text.charAt(before));
}

const OPENERS = /[ \t\u00A0\u3000"'\u201C\u201D\u2018\u2019\u00AB\u300A\u300C\u300E([\uFF08]/;
const ENDS = '.!?\u2026:;\u3002\uFF01\uFF1F\uFF1A\uFF1B\n\uFFFC\u2014\u2013';
