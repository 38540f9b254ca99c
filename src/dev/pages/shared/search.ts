/**
 * Which texts contain everything that was typed: every word, in any order, ignoring case and width. Spaces in the texts
 * do not count, because Chinese is typed without them.
 */
export function searchTexts(texts: readonly string[], query: string): readonly boolean[] {
  const plain = texts.map(normalize);
  const terms = query.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  const found = plain.map((text) => terms.every((term) => text.includes(term)));
  if (found.includes(true)) return found;
  // Splits Chinese words that were typed as one.
  const words = terms.flatMap((term) =>
    [...SEGMENTER.segment(term)].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : [])),
  );
  if (words.length === 0) return found;
  return plain.map((text) => words.every((word) => text.includes(word)));
}

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Two for a grapheme that takes two columns of a terminal, as counted by the server when it places a frame's mark
 * (string-width); else one.
 */
export function textColumns(grapheme: string): 1 | 2 {
  // A flag consists of two letters, each narrow by itself.
  if (/^[\u{1f1e6}-\u{1f1ff}]$/u.test(grapheme)) return 1;
  return WIDE.test(grapheme) ? 2 : 1;
}

/** Unicode 17's East Asian Wide and Fullwidth, emoji by themselves or with a variation selector, voiced kana. */
const WIDE = new RegExp(
  [
    '[\\u1100-\\u115f\\u2329\\u232a\\u2630-\\u2637\\u268a-\\u268f\\u2e80-\\u303e\\u3041-\\u3247\\u3250-\\ua4cf]',
    '[\\ua960-\\ua97c\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe10-\\ufe19\\ufe30-\\ufe6b\\uff01-\\uff60\\uffe0-\\uffe6]',
    '[\\u{16fe0}-\\u{18dff}\\u{1aff0}-\\u{1b2ff}\\u{1d300}-\\u{1d376}\\u{1f200}-\\u{1f265}\\u{20000}-\\u{3fffd}]',
    '\\p{Emoji_Presentation}',
    '.\\ufe0f',
    '[\\uff66-\\uff9d][\\uff9e\\uff9f]',
  ]
    .map((each) => `^${each}`)
    .join('|'),
  'u',
);

/** Keeps lines apart, so that no match spans two of them. */
function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\S\n]+/g, '');
}
