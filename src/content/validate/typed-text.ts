/** What a line of text may stand in: quotes, items of lists. */
export const CONTAINERS = /^(?:\s|>|(?:[-*+]|\d{1,9}[.)])\s)*/;

const HIDDEN = '\uFFFF';

/**
 * A line with what is no markup hidden, character by character: code between backticks, what stands behind a
 * backslash. A backtick that nothing on the line answers may begin code that goes on: all behind it is hidden.
 */
export function hideCode(line: string): string {
  if (!/[`\\]/.test(line)) return line;
  return line.replaceAll(/\\[!-/:-@[-`{-~]|(?<!`)(`+)(?!`)(?:.{0,2000}?(?<!`)\1(?!`)|.*$)/g, (hidden) =>
    HIDDEN.repeat(hidden.length),
  );
}
