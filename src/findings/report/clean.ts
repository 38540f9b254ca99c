import { replaceInvisible } from '../../base/text.ts';

/**
 * Text from outside for one line of a terminal. Control characters could move the cursor or colour the screen; what
 * nobody sees could make the line read otherwise, and shows as a replacement character. As long as it was, so that
 * places in it stay.
 */
export function clean(text: string): string {
  const still = text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, ' ');
  return replaceInvisible(still, (character) => '\uFFFD'.repeat(character.length));
}

/** Text of several lines for a terminal: what other programs say may quote a summary. */
export function cleanLines(text: string): string {
  return text.split(/\r?\n/).map(clean).join('\n');
}

/**
 * JSON for standard output, which may be a terminal: the same data, with everything escaped that `clean` takes out of
 * lines for people. JSON.stringify itself lets U+009B through, with which escape sequences begin.
 * @param indent as JSON.stringify has it
 */
export function jsonText(value: unknown, indent = 0): string {
  const json = JSON.stringify(value, null, indent);
  return replaceInvisible(json.replaceAll(/[\u007F-\u009F]/g, escaped), escaped);
}

/** Outside of its strings JSON has none of these characters. */
function escaped(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
