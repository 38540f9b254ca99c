/**
 * Which texts hold what was typed: every word of it, in any order, upper or lower case, full-width or not. Blanks in
 * the texts do not count: Chinese is typed without them.
 */
export function searchTexts(texts: readonly string[], query: string): readonly boolean[] {
  const plain = texts.map(normalize);
  const terms = query.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  const found = plain.map((text) => terms.every((term) => text.includes(term)));
  if (found.includes(true)) return found;
  // Words of Chinese that were typed as one.
  const words = terms.flatMap((term) =>
    [...SEGMENTER.segment(term)].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : [])),
  );
  if (words.length === 0) return found;
  return plain.map((text) => words.every((word) => text.includes(word)));
}

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });

/** Lines stay apart, so that nothing is found across two of them. */
function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\S\n]+/g, '');
}
