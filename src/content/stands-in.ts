import type { LineSpan } from '../base/text.ts';

/** Whether `text` stands so in the file, without a backslash in front, which makes text of what would be markup. */
export function standsIn(lines: readonly string[], { first, last }: LineSpan, text: string): boolean {
  return lines.slice(first - 1, last).some((line) => {
    for (let index = line.indexOf(text); index >= 0; index = line.indexOf(text, index + 1)) {
      if (line[index - 1] !== '\\') return true;
    }
    return false;
  });
}
