import LinkifyIt from 'linkify-it';

/**
 * Where Markdown text goes: onto a slide, which Vue compiles, or into a note, which stands inside an
 * HTML comment and is shown as HTML.
 */
export type Place = 'slide' | 'note';

/** Nothing else means anything to Markdown, Slidev or Vue inside a line. */
const SPECIAL = /[\\`*_[\]<>&{|~$#:@/.]/;
/** An underscore inside a word is just that; a number sign at the end would close a heading. */
const MARKS = /[\\`*[\]<>&{|~$.:@/]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|#$/gu;

/** With the settings of Slidev's own Markdown: it makes links of `README.md` and `a@b.cn` too. */
const linkify = new LinkifyIt();

/**
 * Markdown for a run of text that shows exactly that text.
 * Sources: CommonMark 0.31 section 2.4; the syntax plugins of Slidev 52.
 */
export function escapeText(text: string, place: Place): string {
  if (!SPECIAL.test(text)) return text;
  const inLinks = linkPunctuation(text);
  return text.replaceAll(MARKS, (character, offset: number) => {
    if (!'.:@/'.includes(character)) return escapeCharacter(character, text, offset, place);
    return inLinks.has(offset) ? `\\${character}` : character;
  });
}

function escapeCharacter(character: string, text: string, offset: number, place: Place): string {
  switch (character) {
    case '<':
      // Not `\<`: Slidev looks for `<Tweet` in the source as it stands.
      return '&lt;';
    case '>':
      return place === 'note' ? '&gt;' : '>';
    case '[':
      // Not `\[`: Slidev takes `[click]` out of notes before Markdown sees them.
      return place === 'note' ? '&#91;' : '\\[';
    case '&':
      return /^&#?\w{1,40};/.test(text.slice(offset, offset + 44)) ? '&amp;' : '&';
    case '{':
      // An empty comment between the braces keeps Vue from reading `{{`.
      return place === 'slide' && text[offset + 1] === '{' ? '{<!-- -->' : '{';
    default:
      return `\\${character}`;
  }
}

/**
 * Offsets of the punctuation in what would become a link by itself; a backslash there keeps it from
 * that. Links are also looked for between escaped characters, because Markdown looks there.
 */
function linkPunctuation(text: string): ReadonlySet<number> {
  const offsets = new Set<number>();
  if (!/[.:@]/.test(text)) return offsets;
  for (const view of [text, text.replaceAll(/[\\`*_[\]<>&{|~$#]/g, ' ')]) {
    for (const { index, lastIndex } of linkify.match(view) ?? []) {
      for (let offset = index; offset < lastIndex; offset += 1) {
        if ('.:@/'.includes(text.charAt(offset))) offsets.add(offset);
      }
    }
  }
  return offsets;
}
