/**
 * Escapes what would make a block of the start of a line: a heading, list, quote, rule, slot or slide.
 * @param markdown escaped inline content, one line
 */
export function escapeLineStart(markdown: string): string {
  return markdown
    .replace(/^[ \t]+/, '')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^[#+=>:-]/, '\\$&');
}
