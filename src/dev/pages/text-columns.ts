/**
 * Two for a grapheme that takes two columns of a terminal, as the server counts them when it places a frame's mark
 * (string-width); else one.
 */
export function textColumns(grapheme: string): 1 | 2 {
  // A flag is two letters, of which each alone is narrow.
  if (/^[\u{1f1e6}-\u{1f1ff}]$/u.test(grapheme)) return 1;
  return WIDE.test(grapheme) ? 2 : 1;
}

/** East Asian Wide and Fullwidth of Unicode 17, what is an emoji by itself or by a sign that asks for one, voiced kana. */
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
