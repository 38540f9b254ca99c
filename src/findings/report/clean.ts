import { replaceInvisible } from '../../base/text.ts';

/**
 * Makes external text safe for one line of a terminal. Control characters, which could move the cursor or colour the
 * screen, become spaces; invisible ones, which could change how the line reads, become replacement characters. The
 * length is preserved, and with it all positions.
 */
export function clean(text: string): string {
  const still = text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, ' ');
  return replaceInvisible(still, (character) => '\uFFFD'.repeat(character.length));
}

/** Like `clean` for several lines; output of other programs may quote a summary. */
export function cleanLines(text: string): string {
  return text.split(/\r?\n/).map(clean).join('\n');
}

/**
 * JSON for standard output, which may be a terminal: everything that `clean` removes is escaped. JSON.stringify itself
 * does not escape U+009B, which starts escape sequences.
 * @param indent as for JSON.stringify
 */
export function jsonText(value: unknown, indent = 0): string {
  const json = JSON.stringify(value, null, indent);
  return replaceInvisible(json.replaceAll(/[\u007F-\u009F]/g, escaped), escaped);
}

/** Such characters occur only inside JSON strings. */
function escaped(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
