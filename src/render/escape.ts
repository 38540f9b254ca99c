import LinkifyIt from 'linkify-it';
import { bundledLanguagesInfo } from 'shiki/langs';

/**
 * Destination of Markdown text: a slide, which Vue compiles, or a note, which is inside an HTML comment and shown as
 * HTML.
 */
export type TextPlace = 'slide' | 'note';

/** An underscore inside a word is literal; a number sign at the end would close a heading. */
const MARKS = /[\\`*[\]<>&{|~$']|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|#$/u;
/** Special only in combination with others. */
const SOMETIMES = /[.,:;@/()=?!+-]/;
const ONE = new RegExp(`${MARKS.source}|${SOMETIMES.source}`, 'u');
const ANY = new RegExp(ONE.source, 'gu');

/**
 * What Slidev's typographer would change (`--`, `...`, `(c)`), what it would preload as an image, a directive it
 * searches the source for, and the start of an address.
 */
const COMPANY =
  /\.{2,}|,{2,}|-{2,}|[?!]{4,}|\+(?=-)|\((?=(?:c|p|r|tm)\))|(?<=url|\])\(|(?<=src|image)=|(?<=v)-(?=drag)|:(?=\/\/)|\/{2,}/gi;

/** With the settings of Slidev's Markdown, which also links `README.md` and `a@b.cn`. */
const linkify = new LinkifyIt();

/**
 * Escapes a run of text as Markdown on one line that shows exactly that text.
 * Sources: CommonMark 0.31 section 2.4; the syntax plugins of Slidev 52.
 */
export function escapeText(words: string, place: TextPlace): string {
  const text = words.replaceAll(/[\n\r\u2028\u2029]+/g, ' ');
  // Most runs contain nothing special.
  if (!ONE.test(text)) return text;
  const together = new Set(companyIn(text));
  const write = (character: string, offset: number): string => {
    if (!SOMETIMES.test(character)) return escapeCharacter(character, text, offset, place);
    return together.has(offset) ? `\\${character}` : character;
  };
  // Markdown looks for links between escaped characters, so each escape may create another link.
  for (;;) {
    const between = text.replaceAll(ANY, (character, offset: number) =>
      write(character, offset) === character ? character : ' ',
    );
    const links = linksIn(between);
    if (links.length === 0) return text.replaceAll(ANY, write);
    for (const offset of links) together.add(offset);
  }
}

/** Slidev reads a language up to the first non-letter, so each maps to its plain name. */
const NAMES = new Map(
  bundledLanguagesInfo.flatMap(({ id, aliases = [] }) => [id, ...aliases].map((name) => [name, id] as const)),
);
// Slidev draws diagrams under this alias.
NAMES.set('mmd', 'mmd');

/**
 * The language for a fence: one that Slidev can highlight, or none, since a slide with any other does not compile.
 * Excludes PlantUML, which a server on the network would draw.
 */
export function codeLanguage(lang: string): string {
  return NAMES.get(lang.toLowerCase()) ?? '';
}

/**
 * Escapes text for an element or a double-quoted attribute of a Vue template in Markdown. Escapes all ASCII
 * punctuation, because it is parsed three times: by Slidev's patterns, Markdown and Vue.
 */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[!-/:-@[-`{-~\n\r\t\u2028\u2029]/g, (character) =>
    PLAIN.has(character) ? character : `&#${character.charCodeAt(0)};`,
  );
}

const PLAIN: ReadonlySet<string> = new Set([')', ';', '%']);

/**
 * Escapes the start of a line that would begin a block: a heading, list, quote, rule, slot or slide.
 * @param markdown escaped inline content, one line
 */
export function escapeLineStart(markdown: string): string {
  return markdown
    .replace(/^[ \t]+/, '')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^[#+=>:-]/, '\\$&');
}

/**
 * Escapes the destination of a Markdown link.
 * @param url absolute, as serialized by the URL class
 */
export function escapeUrl(url: string): string {
  const safe = url
    .replaceAll(/[\s<>\\"'`{}|^]/g, (character) => encodeURIComponent(character).replace("'", '%27'))
    // The first would end a comment; Slidev searches the source for the others.
    .replaceAll(/-(?=-|drag)/gi, '%2D')
    .replaceAll(/\[(?=click)|(?<=!)\[/gi, '%5B')
    // Slidev preloads pictures that look like this.
    .replaceAll(/(?<=url)\(/gi, '%28');
  return /^[\w:/.?=%+,@~#&-]*$/.test(safe) && !/&#?\w+;/.test(safe)
    ? safe
    : `<${safe.replaceAll(/&(?=#?\w+;)/g, '&amp;')}>`;
}

/** A YAML scalar for the front matter of a Slidev slide. */
export function escapeYaml(text: string): string {
  if (PLAIN_SCALAR.test(text) && !WORDS.test(text)) return text;
  // Slidev ends front matter at the first `---` anywhere, and searches it for the other patterns too.
  return JSON.stringify(text).replaceAll(
    /-(?=-)|<(?=Tweet|BlueSky)|\{(?=monaco)|[\u2028\u2029]/g,
    (character) => {
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    },
  );
}

/**
 * Starts with a letter or a relative path, contains nothing special to YAML or Slidev, and does not end with a space.
 */
const PLAIN_SCALAR = new RegExp(
  String.raw`^(?:\.{1,2}\/)*\p{L}(?:(?:[\p{L}\p{N}${wide()} ,_/.+]|-(?!-))*[\p{L}\p{N}${wide()}])?$`,
  'u',
);
const WORDS = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/**
 * What Slidev searches a slide's source for, even inside code: comments, embeds, its editor, draggable elements,
 * diagrams, and remote pictures to preload.
 */
export const UNSAFE_IN_SOURCE =
  /<!--|<Tweet|<BlueSky|\{monaco|v-drag|(?:^|\n)```mermaid|(?:url\(|(?:src|image)=|\]\()["'<\s]*(?:https?:)?\/\//i;

/** What would end a note, or be removed from it. */
export const UNSAFE_IN_NOTE = /-->|\[click/i;

/** What Slidev preloads as a picture, anywhere except in fences at the start of a line. */
export const PRELOADED = /!\[|(?:src|image)=["']|url\(/i;

function escapeCharacter(character: string, text: string, offset: number, place: TextPlace): string {
  switch (character) {
    case '<':
      // Not `\<`: Slidev searches the raw source for `<Tweet`.
      return '&lt;';
    case '>':
      return place === 'note' ? '&gt;' : '>';
    case '[':
      // Not `\[`: Slidev removes `[click]` from notes before Markdown sees them.
      return place === 'note' ? '&#91;' : '\\[';
    case '&':
      return /^&#?\w{1,40};/.test(text.slice(offset, offset + 44)) ? '&amp;' : '&';
    case '{':
      // Anywhere in a deck, this enables Slidev's code editor.
      if (text.startsWith('monaco', offset + 1)) return '&#123;';
      // An empty comment between the braces keeps Vue from seeing `{{`.
      return place === 'slide' && text[offset + 1] === '{' ? '{<!-- -->' : '{';
    default:
      return `\\${character}`;
  }
}

function companyIn(text: string): readonly number[] {
  return [...text.matchAll(COMPANY)].flatMap(({ 0: match, index }) => range(index, index + match.length));
}

/** Offsets of punctuation to escape in text that would become a link automatically. */
function linksIn(text: string): readonly number[] {
  if (!/[.:@]/.test(text)) return [];
  return (linkify.match(text) ?? []).flatMap(({ index, lastIndex }) =>
    range(index, lastIndex).filter((offset) => '.:@/'.includes(text.charAt(offset))),
  );
}

function range(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

/** Middle dot, curly quotes, ellipsis, and Chinese punctuation including full-width forms. */
function wide(): string {
  return String.raw`\u00B7\u2014\u2018-\u201D\u2026\u3001-\u3011\uFF01-\uFF5E`;
}
