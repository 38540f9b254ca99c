import { replaceInvisible } from '../replace-invisible.ts';

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
