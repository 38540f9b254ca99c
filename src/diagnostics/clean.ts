import { replaceInvisible } from '../replace-invisible.ts';

/**
 * Text from outside for one line of a terminal. Control characters could move the cursor or colour the screen; what
 * nobody sees could make the line read otherwise, and shows as a replacement character. As long as it was, so that
 * places in it stay.
 */
export function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const still = text.replaceAll(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]/g, ' ');
  return replaceInvisible(still, (character) => '\uFFFD'.repeat(character.length));
}
