import { pinyin } from 'pinyin-pro';

/**
 * A word as it stands in a file name: Chinese in pinyin without tones, Latin letters without accents, in small
 * letters. Other scripts stay as they are. Empty where nothing is left.
 */
export function slugWord(word: string): string {
  const romanized = word.replaceAll(/\p{Script=Han}+/gu, (chinese) =>
    pinyin(chinese, { toneType: 'none', type: 'array', v: true }).join(''),
  );
  return plainLetters(romanized);
}

/** A text in letters as a file name takes it: no accents, no capitals, nothing but letters and digits. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '')
    .replace(/^\p{M}+/u, '');
}
