import { group, type Vector } from './vector.ts';

/** Texts that read differently from what they are, or that make programs miscount. */
export const UNICODE_VECTORS: readonly Vector[] = group(
  'reading',
  'a\u202Eb\u202Dc\u202Ad\u202Be\u202Cf',
  '\u2066a\u2067b\u2068c\u2069d',
  '\u200Ea\u200Fb\u061Cc',
  'user\u202E// \u2066admin\u2069 \u2066',
  'gpj.\u202Efdp.exe',
  `tower ${'o\u0301\u0302\u0303\u0304\u0306\u0307\u0308'.repeat(12)}`,
  `a${'\u0301'.repeat(80)}b`,
  '\u0301begins with a mark',
  'p\u0430yp\u0430l \u0410\u0412\u0421 \u03BF\u03C1', // Cyrillic and Greek letters that look Latin
  '\uFF50\uFF41\uFF59\uFF50\uFF41\uFF4C \u2024\u2025 \u2044 \u29F8',
  '\u{1D41A}\u{1D41B} \u2460 \u00BD \uFB01 \u2126 \u212A',
  'a\u00ADb\u034Fcd',
  '\u{E0001}\u{E0068}\u{E0069}\u{E007F} tags',
  '\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} \u{1F468}\u200D\u{1F469}\u200D\u{1F467}',
  '\u2028---\u2028layout: none\u2028---\u2028',
  '\u2029\u2029# heading',
  '\u00A0\u00A0\u00A0\u00A0code? \u3000- item',
  '\uFE64script\uFE65 \uFF1Cimg\uFF1E \u2039script\u203A \u02C2script\u02C3',
  '\uFF5B\uFE37\u2774{ \uFE5B\uFE5B6*7\uFE5C\uFE5C',
  '\u2010\u2011\u2012\u2013\u2014\u2015 \u2212\u2212\u2212 \uFF0D\uFF0D\uFF0D',
  '\u0130\u0131\u017F\u212A <\u017Fcript> java\u017Fcript:1',
  '\u180E\u2000\u2001\u2002\u2003\u2007\u202F\u205F',
);
