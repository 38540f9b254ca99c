import LinkifyIt from 'linkify-it';

/**
 * Where Markdown text goes: onto a slide, which Vue compiles, or into a note, which stands inside an
 * HTML comment and is shown as HTML.
 */
export type Place = 'slide' | 'note';

/** An underscore inside a word is just that; a number sign at the end would close a heading. */
const MARKS = /[\\`*[\]<>&{|~$']|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|#$/u;
/** Means something in the company of others only. */
const SOMETIMES = /[.,:;@/()=?!+-]/;
const ONE = new RegExp(`${MARKS.source}|${SOMETIMES.source}`, 'u');
const ANY = new RegExp(ONE.source, 'gu');

/**
 * What Slidev's typographer would change (`--`, `...`, `(c)`), what it takes for an image to load
 * ahead, a directive that it looks for in the source, and the start of an address.
 */
const COMPANY =
  /\.{2,}|,{2,}|-{2,}|[?!]{4,}|\+(?=-)|\((?=(?:c|p|r|tm)\))|(?<=url|\])\(|(?<=src|image)=|(?<=v)-(?=drag)|:(?=\/\/)|\/{2,}/gi;

/** With the settings of Slidev's own Markdown: it makes links of `README.md` and `a@b.cn` too. */
const linkify = new LinkifyIt();

/**
 * Markdown for a run of text, on one line, that shows exactly that text.
 * Sources: CommonMark 0.31 section 2.4; the syntax plugins of Slidev 52.
 */
export function escapeText(words: string, place: Place): string {
  const text = words.replaceAll(/[\n\r\u2028\u2029]+/g, ' ');
  // Most runs of text hold nothing to look at.
  if (!ONE.test(text)) return text;
  const together = new Set(companyIn(text));
  const write = (character: string, offset: number): string => {
    if (!SOMETIMES.test(character)) return escapeCharacter(character, text, offset, place);
    return together.has(offset) ? `\\${character}` : character;
  };
  // Markdown looks for links between escaped characters, so that each escape may make another link.
  for (;;) {
    const between = text.replaceAll(ANY, (character, offset: number) =>
      write(character, offset) === character ? character : ' ',
    );
    const links = linksIn(between);
    if (links.length === 0) return text.replaceAll(ANY, write);
    for (const offset of links) together.add(offset);
  }
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
      // Anywhere in a deck, this switches Slidev's code editor on.
      if (text.startsWith('monaco', offset + 1)) return '&#123;';
      // An empty comment between the braces keeps Vue from reading `{{`.
      return place === 'slide' && text[offset + 1] === '{' ? '{<!-- -->' : '{';
    default:
      return `\\${character}`;
  }
}

function companyIn(text: string): readonly number[] {
  return [...text.matchAll(COMPANY)].flatMap(({ 0: match, index }) => range(index, index + match.length));
}

/** Offsets of the punctuation in what would become a link by itself; a backslash keeps it from that. */
function linksIn(text: string): readonly number[] {
  if (!/[.:@]/.test(text)) return [];
  return (linkify.match(text) ?? []).flatMap(({ index, lastIndex }) =>
    range(index, lastIndex).filter((offset) => '.:@/'.includes(text.charAt(offset))),
  );
}

function range(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}
