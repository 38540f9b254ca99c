interface Range {
  readonly start: number;
  readonly end: number;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Words that say too little to tell what is counted. */
const EMPTY = new Set(
  'a an the of in on at to for by from with and or is are was were be has have had it its we our they their this that these those about over more than only now still some'.split(
    ' ',
  ),
);

/**
 * The words of a text, in small letters, without those that say little. Of Chinese ones those of two characters
 * or more count, except where shorter ones are asked for.
 * @param without parts of the text to leave out
 */
export function wordsOf(
  text: string,
  lang: string,
  without: readonly Range[],
  shortest = 2,
): readonly string[] {
  return [...segmenterOf(lang).segment(text)].flatMap(({ segment, index, isWordLike }) => {
    const isOut = without.some(({ start, end }) => index < end && start < index + segment.length);
    const word = segment.toLowerCase();
    return isWordLike && !isOut && word.length >= shortest && !EMPTY.has(word) ? [word] : [];
  });
}

/** @param lang empty where event.md has none that is right */
function segmenterOf(lang: string): Intl.Segmenter {
  const known = segmenters.get(lang) ?? new Intl.Segmenter(lang || 'und', { granularity: 'word' });
  segmenters.set(lang, known);
  return known;
}
