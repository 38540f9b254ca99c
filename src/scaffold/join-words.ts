/** File names beyond this length are hard to read in a list. */
const MOST_CHARACTERS = 40;

/** As many words as a file name should have, with hyphens between them; of a single long word its beginning. */
export function joinWords(words: readonly string[]): string {
  const [first = '', ...others] = words.filter((word) => word !== '');
  let slug = [...first].slice(0, MOST_CHARACTERS).join('');
  for (const word of others) {
    const longer = `${slug}-${word}`;
    if ([...longer].length > MOST_CHARACTERS) break;
    slug = longer;
  }
  return slug;
}
