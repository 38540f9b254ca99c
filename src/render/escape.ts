import LinkifyIt from 'linkify-it';
import { bundledLanguagesInfo } from 'shiki/langs';

/**
 * Where Markdown text goes: onto a slide, which Vue compiles, or into a note, which stands inside an
 * HTML comment and is shown as HTML.
 */
export type TextPlace = 'slide' | 'note';

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
export function escapeText(words: string, place: TextPlace): string {
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

/** Slidev reads a language up to the first character that is no letter, so each has its plain name. */
const NAMES = new Map(
  bundledLanguagesInfo.flatMap(({ id, aliases = [] }) => [id, ...aliases].map((name) => [name, id] as const)),
);
// Slidev draws what bears the other name of it.
NAMES.set('mmd', 'mmd');

/**
 * The language for a fence: one that Slidev can highlight, or none; a slide with another does not compile.
 * PlantUML, which a server on the network would draw, is not among them.
 */
export function codeLanguage(lang: string): string {
  return NAMES.get(lang.toLowerCase()) ?? '';
}

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

/**
 * The destination of a Markdown link.
 * @param url absolute, as the URL class writes it
 */
export function escapeUrl(url: string): string {
  const safe = url
    .replaceAll(/[\s<>\\"'`{}|^]/g, (character) => encodeURIComponent(character).replace("'", '%27'))
    // A comment would end at the first, Slidev looks for the others in the source.
    .replaceAll(/-(?=-|drag)/gi, '%2D')
    .replaceAll(/\[(?=click)|(?<=!)\[/gi, '%5B')
    // So does it for pictures to load ahead.
    .replaceAll(/(?<=url)\(/gi, '%28');
  return /^[\w:/.?=%+,@~#&-]*$/.test(safe) && !/&#?\w+;/.test(safe)
    ? safe
    : `<${safe.replaceAll(/&(?=#?\w+;)/g, '&amp;')}>`;
}

/** A YAML scalar for a front matter value of a Slidev slide. */
export function escapeYaml(text: string): string {
  if (PLAIN_SCALAR.test(text) && !WORDS.test(text)) return text;
  // Slidev's front matter ends at the first `---`, wherever that stands, and the rest it looks for there too.
  return JSON.stringify(text).replaceAll(
    /-(?=-)|<(?=Tweet|BlueSky)|\{(?=monaco)|[\u2028\u2029]/g,
    (character) => {
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    },
  );
}

/** A letter first, or a relative path; then nothing that YAML or Slidev look at; no blank at the end. */
const PLAIN_SCALAR = new RegExp(
  String.raw`^(?:\.{1,2}\/)*\p{L}(?:(?:[\p{L}\p{N}${wide()} ,_/.+]|-(?!-))*[\p{L}\p{N}${wide()}])?$`,
  'u',
);
const WORDS = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/**
 * What Slidev looks for in a slide's source, whether it stands in code or not: comments, embeds, its editor,
 * dragged elements, diagrams, and pictures of other servers to load ahead.
 */
export const UNSAFE_IN_SOURCE =
  /<!--|<Tweet|<BlueSky|\{monaco|v-drag|(?:^|\n)```mermaid|(?:url\(|(?:src|image)=|\]\()["'<\s]*(?:https?:)?\/\//i;

/** What would end a note, or be taken out of it. */
export const UNSAFE_IN_NOTE = /-->|\[click/i;

/** What Slidev takes for a picture to load ahead, in all that is no fence at the start of a line. */
export const PRELOADED = /!\[|(?:src|image)=["']|url\(/i;

function escapeCharacter(character: string, text: string, offset: number, place: TextPlace): string {
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

/** Middle dot, curly quotes, ellipsis, and Chinese punctuation with the full-width forms. */
function wide(): string {
  return String.raw`\u00B7\u2014\u2018-\u201D\u2026\u3001-\u3011\uFF01-\uFF5E`;
}
