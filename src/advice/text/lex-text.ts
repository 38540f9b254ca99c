import { OPAQUE, type Passage } from './passage.ts';

/** Syntax of a text: Markdown, or a YAML scalar by its quotes. */
export type Syntax = 'markdown' | 'plain' | '"' | "'";

/** A part of the file's text, within one line. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** Parts without text to examine. Lengths are bounded to keep every search fast. */
const OPAQUES: Readonly<Record<Syntax, readonly RegExp[]>> = {
  markdown: [
    /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iy,
    /(?<!`)(`+)(?!`)[\s\S]{0,2000}?(?<!`)\1(?!`)/y,
    /<(?:[a-z][a-z\d+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>]+)>/iy,
    /!\[[^\]\n]{0,1000}\](?:\([^\n]{0,1000}?\)|\[[^\]\n]{0,1000}\])/y,
  ],
  plain: [],
  '"': [/\\(?:x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8}|\n|.)/y],
  "'": [/''/y],
};
const EVERYWHERE = [
  /(?:(?:https?|ftp):)?\/\/[^\s<>\u3000-\u303F\uFF00-\uFFEF]+|mailto:[^\s<>\u3000-\u303F\uFF00-\uFFEF]+/iy,
  /[ \u3000]?\[L\d[^\][\n]{0,200}\]/y,
];

/** Cannot begin markup: most of a text. */
const PLAIN = /[^\s&`<![\]\\*_~'/hfm]+/iy;

const ESCAPED = /\\(?=[!-/:-@[-`{-~])/y;
const HARD_BREAK = /(?:\\|(?<! ) +)(?=\n)/y;
const LINK_END =
  /\](?:\((?:<[^>\n]{0,2000}>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\))/y;
const LONGEST_LABEL = 1000;
const EMPHASIS = /\*+|_+|~~/y;

/**
 * The visible text of `pieces`, the lines of one text. Knows only the commonest Markdown; the caller checks whether the
 * result agrees with the parser's.
 */
export function lexText(
  source: string,
  pieces: readonly Piece[],
  syntax: Syntax,
): Pick<Passage, 'text' | 'offsets' | 'seams'> {
  return new Lexer(source, pieces, syntax).run();
}

class Lexer {
  readonly #raw: string;
  /** Offset in the file's text of each unit of the raw text. */
  readonly #places: readonly number[];
  readonly #syntax: Syntax;
  readonly #opaques: readonly RegExp[];
  readonly #open: string[] = [];
  #at = 0;
  #seam: number;
  #text = '';
  readonly #offsets: number[] = [];
  readonly #seams: number[] = [];

  constructor(source: string, pieces: readonly Piece[], syntax: Syntax) {
    this.#raw = pieces.map(({ start, end }) => source.slice(start, end)).join('\n');
    this.#places = pieces.flatMap(({ start, end }) =>
      Array.from({ length: end - start + 1 }, (_, index) => start + index),
    );
    this.#syntax = syntax;
    this.#opaques = [...OPAQUES[syntax], ...EVERYWHERE];
    this.#seam = pieces[0]?.start ?? 0;
  }

  run(): Pick<Passage, 'text' | 'offsets' | 'seams'> {
    while (this.#at < this.#raw.length) {
      const plain = this.#match(PLAIN);
      for (const char of plain?.split('') ?? []) this.#see(char, 1);
      if (plain !== null || this.#takeMarkup() || this.#takeOpaque()) continue;
      this.#see(this.#raw.charAt(this.#at), 1);
    }
    return { text: this.#text, offsets: this.#offsets, seams: this.#seams };
  }

  #takeMarkup(): boolean {
    if (this.#syntax !== 'markdown') return false;
    const hidden = this.#match(HARD_BREAK) ?? this.#match(ESCAPED);
    if (hidden !== null) {
      this.#at += hidden.length;
      this.#see(this.#raw.charAt(this.#at), 1);
      return true;
    }
    const char = this.#raw.charAt(this.#at);
    if (char === '[' && this.#opensLink()) return this.#hide('[', false);
    const end = char === ']' && this.#open.includes('[') ? this.#match(LINK_END) : null;
    if (end !== null) {
      this.#open.splice(this.#open.lastIndexOf('['));
      return this.#hide(end, true);
    }
    const run = this.#match(EMPHASIS);
    if (run === null || !this.#isMark(run)) return false;
    const closes = this.#open.includes(run);
    if (closes) this.#open.splice(this.#open.lastIndexOf(run));
    else this.#open.push(run);
    return this.#hide(run, closes);
  }

  /** A bracket whose partner is followed by an address. */
  #opensLink(): boolean {
    let depth = 0;
    for (let at = this.#at; at < this.#at + LONGEST_LABEL; at += 1) {
      const char = this.#raw[at];
      if (char === '\\') at += 1;
      else if (char === '[') depth += 1;
      else if (char === ']') depth -= 1;
      if (depth > 0) continue;
      LINK_END.lastIndex = at;
      if (!LINK_END.test(this.#raw)) return false;
      this.#open.push('[');
      return true;
    }
    return false;
  }

  /** Excludes `a * b` and `snake_case`. */
  #isMark(run: string): boolean {
    const before = this.#raw[this.#at - 1] ?? ' ';
    const after = this.#raw[this.#at + run.length] ?? ' ';
    if (/\s/.test(before) && /\s/.test(after)) return false;
    return !run.startsWith('_') || !(/[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after));
  }

  #takeOpaque(): boolean {
    for (const pattern of this.#opaques) {
      const found = this.#match(pattern);
      if (found === null) continue;
      this.#see(OPAQUE, found.length);
      return true;
    }
    return false;
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#raw)?.[0] ?? null;
  }

  #see(char: string, length: number): void {
    const offset = this.#places[this.#at] ?? 0;
    this.#text += char;
    this.#offsets.push(offset);
    this.#seams.push(this.#seam);
    this.#at += length;
    this.#seam = (this.#places[this.#at - 1] ?? 0) + 1;
  }

  #hide(mark: string, closes: boolean): true {
    this.#at += mark.length;
    if (closes) this.#seam = (this.#places[this.#at - 1] ?? 0) + 1;
    return true;
  }
}
