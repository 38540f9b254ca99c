const VARIANTS: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '’': "'",
  '‐': '-',
  '‑': '-',
  零: '〇',
  '○': '〇',
  两: '二',
  兩: '二',
  萬: '万',
  億: '亿',
  幾: '几',
  數: '数',
  餘: '余',
  個: '个',
};

const FOLDABLE = /[\uFF01-\uFF0B\uFF0D-\uFF5E\u3000’‐‑零○两兩萬億幾數餘個]/g;

/** Offset of full-width ASCII from ASCII. */
const FULL_WIDTH = 0xfee0;

/**
 * Unifies spellings of the same text: full-width ASCII, 零/〇, 两/二, traditional units. Every UTF-16 unit keeps its
 * position. The full-width comma stays, because it separates clauses as well as thousands.
 */
export function foldText(text: string): string {
  return text.replace(
    FOLDABLE,
    (char) => VARIANTS[char] ?? String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH),
  );
}
