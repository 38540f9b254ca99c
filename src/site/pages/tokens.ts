const words = new Intl.Segmenter('en', { granularity: 'word' });

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * Search tokens of a text: its words in lower case; in text without spaces between words, each pair of adjacent
 * characters, so that every part of it is found, however a dictionary would divide it.
 */
export function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  let run: string[] = [];
  const end = () => {
    if (run.length === 1) tokens.push(run[0] ?? '');
    for (let at = 0; at + 1 < run.length; at += 1) tokens.push(`${run[at]}${run[at + 1]}`);
    run = [];
  };
  for (const { segment, isWordLike } of words.segment(text.normalize('NFKC').toLowerCase())) {
    if (HAN.test(segment)) run.push(...segment);
    else {
      end();
      if (isWordLike) tokens.push(segment.normalize('NFD').replaceAll(/\p{M}/gu, ''));
    }
  }
  end();
  return tokens;
}

/** Whether a search tolerates a typo in a token. */
export function mayBeMistyped(token: string): boolean {
  return token.length > 3 && !HAN.test(token);
}
