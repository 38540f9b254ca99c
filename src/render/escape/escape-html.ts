/**
 * Text for inside an element or a double-quoted attribute of a Vue template that stands in Markdown.
 * All ASCII punctuation goes, because three readers look at it: Slidev's patterns, Markdown and Vue.
 */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[!-/:-@[-`{-~\n\r\t\u2028\u2029]/g, (character) =>
    PLAIN.has(character) ? character : `&#${character.charCodeAt(0)};`,
  );
}

const PLAIN: ReadonlySet<string> = new Set([')', ';', '%']);
