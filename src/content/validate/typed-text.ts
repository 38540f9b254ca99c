/** Marks of containers that may precede text on a line: quotes, list items. */
export const CONTAINERS = /^(?:\s|>|(?:[-*+]|\d{1,9}[.)])\s)*/;

const HIDDEN = '\uFFFF';

/**
 * Masks everything in a line that is not markup, keeping its length: code between backticks, and escaped characters
 * unless they are kept. An unmatched backtick may begin multi-line code, so everything after it is masked.
 */
export function hideCode(line: string, keepsEscapes = false): string {
  if (!/[`\\]/.test(line)) return line;
  return line.replaceAll(/\\[!-/:-@[-`{-~]|(?<!`)(`+)(?!`)(?:.{0,2000}?(?<!`)\1(?!`)|.*$)/g, (hidden) =>
    keepsEscapes && hidden.startsWith('\\') ? hidden : HIDDEN.repeat(hidden.length),
  );
}
