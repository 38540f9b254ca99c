import type MarkdownIt from 'markdown-it';

/**
 * Lets a link name a heading by its exact words, `[later](#How it went on)`: Markdown ends an address at a space and
 * would show the link as typed.
 */
export function readHeadingLinks(markdown: MarkdownIt): void {
  const { helpers } = markdown;
  const original = helpers.parseLinkDestination;
  helpers.parseLinkDestination = (text, start, max) => {
    const found = original.call(helpers, text, start, max);
    if (text[start] !== '#' || isWhole(text, found.ok ? found.pos : start)) return found;
    const pos = closingBracket(text, start, max);
    return pos === null ? found : { ok: true, pos, str: text.slice(start, pos).trim() };
  };
}

/** Whether the link, or its title, follows an address that ends here. */
function isWhole(text: string, pos: number): boolean {
  return /^\s*(?:\)|\s(?:"[^"\n]{0,200}"|'[^'\n]{0,200}')\s*\))/.test(text.slice(pos, pos + 240));
}

/** The first closing bracket without an opening one on the same line. */
function closingBracket(text: string, start: number, max: number): number | null {
  let depth = 0;
  for (let pos = start; pos < max && text[pos] !== '\n'; pos += 1) {
    if (text[pos] === '(') depth += 1;
    if (text[pos] === ')') depth -= 1;
    if (depth < 0) return pos;
  }
  return null;
}
