import { HTML_OPEN_CLOSE_TAG_RE } from 'markdown-it/lib/common/html_re.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import type { FieldMarkup } from '../../findings/messages/front-matter-messages.ts';
import { markdown } from './parse.ts';

/** What Markdown would read as more than text. Offsets count UTF-16 units. */
export interface FieldMark {
  readonly meant: FieldMarkup;
  readonly start: number;
  readonly end: number;
  /** Edits that leave only the words; null if removing the signs would change what they say. */
  readonly cuts: readonly Cut[] | null;
}

export interface Cut {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The markup in a text on one line, as the parser of summaries reads it, in order. */
export function marksIn(text: string): readonly FieldMark[] {
  if (!MAY_MARK.test(text)) return [];
  const marks = new MarkReader(text).read();
  const hidden = marks.filter(({ meant }) => meant === 'code' || meant === 'formula' || meant === 'link');
  const isShown = ({ start }: FieldMark) => !hidden.some((each) => start > each.start && start < each.end);
  return [...marks, ...htmlIn(text).filter(isShown), ...headingIn(text)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
}

/** The text after cuts, which do not overlap. */
export function withoutCuts(text: string, cuts: readonly Cut[]): string {
  let result = '';
  let at = 0;
  for (const cut of [...cuts].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, cut.start) + cut.text;
    at = cut.end;
  }
  return result + text.slice(at);
}

/** Most fields have none of these. */
const MAY_MARK = /[*_`[~=$<&\\^:]|^#/;

const PAIRS: Readonly<Record<string, FieldMarkup>> = {
  strong: 'bold',
  em: 'italic',
  s: 'strike',
  marked: 'highlight',
  lowered: 'subscript',
  raised: 'superscript',
};

/** An opening sign without its end so far. */
interface Open {
  readonly meant: FieldMarkup;
  readonly start: number;
  /** Start of its content. */
  readonly inside: number;
  /** For a link. */
  readonly end: number;
}

/** Walks the parser's tokens along the text: tokens give the type, the text gives the positions of signs. */
class MarkReader {
  readonly #text: string;
  readonly #env: object;
  readonly #marks: FieldMark[] = [];
  readonly #open: Open[] = [];
  /** Whether each backslash escapes something. */
  readonly #hasEscapes: boolean;
  readonly #isPhrase: (start: number, end: number) => boolean;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#isPhrase = phrasesIn(text);
    this.#hasEscapes = !/\\(?:[^!-/:-@[-`{-~]|$)/.test(text);
    // Footnote marks count only if their text is known; here, anything that looks like one counts.
    const labels = [...text.matchAll(/\[\^([^\]\s]+)\]/g)].map(([, label]) => [`:${label}`, -1]);
    this.#env = { footnotes: { refs: Object.fromEntries(labels) } };
  }

  read(): readonly FieldMark[] {
    const tokens: Token[] = [];
    markdown.inline.parse(this.#text, markdown, this.#env, tokens);
    for (const token of tokens) this.#take(token);
    return this.#marks;
  }

  #take(token: Token): void {
    const { type, nesting, content, markup, info } = token;
    const start = this.#at;
    // A bare address is shown as typed.
    if (nesting !== 0 && markup === 'linkify') return;
    if (nesting !== 0) {
      const pair = PAIRS[type.replace(/_(?:open|close)$/, '')];
      if (nesting > 0) {
        // A link's opening sign is always one bracket.
        const inside = start + (pair ? markup.length : 1);
        this.#open.push({ meant: pair ?? 'link', start, inside, end: pair ? 0 : this.#endOf(start) });
        this.#at = inside;
      } else {
        const open = this.#open.pop();
        if (open) this.#close(open, pair ? start + markup.length : open.end, info === 'auto');
      }
      return;
    }
    if (type === 'text') {
      this.#at += content.length;
    } else if (type === 'text_special') {
      this.#at += markup.length;
      const meant = info as 'entity' | 'escape' | 'emoji';
      if (content !== markup && (meant !== 'escape' || this.#isEscape(start)))
        this.#add(meant, start, meant === 'entity' && /^\s$/.test(content) ? ' ' : content);
    } else {
      this.#at = this.#endOf(start);
      const meant = LEAVES[type] ?? 'tag';
      if (this.#isLeaf(meant, start)) this.#add(meant, start, this.#ofLeaf(type, start));
    }
  }

  /** Backslashes in a path, a regular expression or the arm of `\u00AF\\_(\u30C4)_/\u00AF` escape nothing. */
  #isEscape(start: number): boolean {
    return this.#hasEscapes && !/[:./\\\u00AF]/.test(this.#text[start - 1] ?? '');
  }

  /** Code with a backtick touching it from outside is somebody's apostrophe; a note has a number or a word. */
  #isLeaf(meant: FieldMarkup, start: number): boolean {
    if (meant === 'code') return this.#isApart(start, this.#at);
    const typed = this.#text.slice(start, this.#at);
    return meant !== 'footnote' || /^\[\^(?:\d+|[a-z]\w{2,})\]$/i.test(typed);
  }

  #close({ meant, start, inside }: Open, end: number, isAuto: boolean): void {
    const close = this.#at;
    this.#at = end;
    const words = this.#text.slice(inside, close);
    const isSmall = meant === 'subscript' || meant === 'superscript';
    const isName = this.#text.startsWith('__', start) && /^[a-z][a-z\d_]*$/.test(words);
    if (!isAuto && !isSmall && (isName || !this.#isPhrase(inside, close) || !this.#isApart(start, end)))
      return;
    const signs = [
      { start, end: inside, text: '' },
      { start: close, end, text: '' },
    ];
    const small = isSmall ? smallDigits(words, meant) : null;
    const isSure = isAuto || meant === 'bold' || meant === 'italic' || meant === 'highlight';
    this.#marks.push({
      meant,
      start,
      end,
      cuts: small ? [{ start, end, text: small }] : isSure ? signs : null,
    });
  }

  /** Whether it touches only blanks, other marks, and scripts without spaces. */
  #isApart(start: number, end: number): boolean {
    let [left, right] = [start - 1, end];
    while (left > start - NESTED && SIGN.test(this.#text[left] ?? '')) left -= 1;
    while (right < end + NESTED && SIGN.test(this.#text[right] ?? '')) right += 1;
    const [before = '', after = ''] = [this.#text[left], this.#text[right]];
    const isFree = (sign: string) => !TOUCHES.test(sign) || UNSPACED.test(sign);
    return isFree(before) && before !== '.' && isFree(after) && !/[([{]/.test(after);
  }

  /** The text that replaces code, a line break, or a formula that is just a letter. */
  #ofLeaf(type: string, start: number): string | null {
    const typed = this.#text.slice(start, this.#at);
    if (type === 'code_inline') return typed.replaceAll(/^`+ ?| ?`+$/g, '');
    if (type === 'formula') {
      const tex = typed.replaceAll(/^\$+|\$+$/g, '').trim();
      return /^[\w\s+()=.,-]+$/.test(tex) ? tex : null;
    }
    return null;
  }

  #add(meant: FieldMarkup, start: number, left: string | null): void {
    const end = this.#at;
    this.#marks.push({ meant, start, end, cuts: left === null ? null : [{ start, end, text: left }] });
  }

  /** End of whatever begins at an offset. */
  #endOf(start: number): number {
    const state = new markdown.inline.State(this.#text, markdown, this.#env, []);
    state.pos = start;
    markdown.inline.skipToken(state);
    return state.pos;
  }
}

const LEAVES: Readonly<Record<string, FieldMarkup>> = {
  code_inline: 'code',
  image: 'image',
  formula: 'formula',
  footnote_ref: 'footnote',
};

const [LOW, HIGH] = [
  '\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089',
  '\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079',
];

/** Unicode has small digits, but few other small characters that fonts draw. */
function smallDigits(words: string, meant: 'subscript' | 'superscript'): string | null {
  if (!/^\d+$/.test(words)) return null;
  return words.replaceAll(/\d/g, (digit) => (meant === 'subscript' ? LOW : HIGH)[Number(digit)] ?? digit);
}

/** A sign of surrounding markup. */
const SIGN = /[*_~=`]/;
/** More levels than anybody nests. */
const NESTED = 10;
/** Letters of scripts with spaces between words, and signs of code: `2**10`, `M*A*S*H`, `src/**`, `Vec<_>`, `can`t`. */
const TOUCHES = /[\p{L}\p{N}<>/\\|&+@#$%^]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * Returns whether a part of the text is words, without anything that `*` or `_` is part of: not `*.ts and **`. Nested
 * marks are tested one by one, so each run of signs is only scanned once.
 */
function phrasesIn(text: string): (start: number, end: number) => boolean {
  const [after, before] = [new Uint32Array(text.length + 1), new Uint32Array(text.length + 1)];
  for (let at = 1; at <= text.length; at += 1)
    before[at] = /[*_~=`>]/.test(text[at - 1] ?? '') ? (before[at - 1] ?? 0) : at;
  for (let at = text.length; at >= 0; at -= 1)
    after[at] = /[*_~=`<]/.test(text[at] ?? '') ? (after[at + 1] ?? at) : at;
  return (start, end) => {
    const [first = start, last = end] = [after[start], before[end]];
    if (first >= last) return false;
    const [begin, stop] = [text.slice(first, Math.min(first + 2, last)), text[last - 1] ?? ''];
    return /^[\p{L}\p{N}\p{Sc}\p{Pi}\p{Ps}"'#@+\-\u2026]/u.test(begin) && !/[\s/\\|&]/.test(stop);
  };
}

/** Both tags of an element, a tag with attributes, or a comment. `The <dialog> element` is text. */
const HTML =
  /<!--.{0,2000}?-->|<([a-z][a-z\d:-]{0,20})((?:\s[^<>]{0,500})?)>(?:(.{0,1000}?)<\/\1\s{0,9}>)|<[a-z][a-z\d:-]{0,20}\s[^<>]{0,500}?=[^<>]{0,500}>/gi;

/** `Foo<T = any>` and `Map<K, V = T>` are not tags. */
function isTag(found: string): boolean {
  return found.startsWith('<!--') || HTML_OPEN_CLOSE_TAG_RE.test(found);
}

/** Elements that can be removed without changing what their text says. */
const PLAIN_ELEMENT = /^(?:b|strong|i|em|u|mark|code|kbd|samp|tt|span|font|small|big|p|div|center)$/i;

function htmlIn(text: string): readonly FieldMark[] {
  if (!text.includes('<')) return [];
  const found = [...text.matchAll(HTML)].filter(([whole]) => isTag(whole));
  return found.map(({ 0: whole, 1: name, 2: attributes = '', 3: words = '', index: start }) => {
    const end = start + whole.length;
    if (name === undefined)
      return { meant: whole.startsWith('<!') ? 'comment' : 'tag', start, end, cuts: null };
    const inside = start + name.length + attributes.length + 2;
    const cuts = [
      { start, end: inside, text: '' },
      { start: inside + words.length, end, text: '' },
    ];
    return { meant: 'tag', start, end, cuts: PLAIN_ELEMENT.test(name) ? cuts : null };
  });
}

/** `# of users` is not a heading. */
function headingIn(text: string): readonly FieldMark[] {
  const [sign] = /^#{1,6}\s+(?=[\p{Lu}\p{Lo}])/u.exec(text) ?? [];
  if (sign === undefined) return [];
  return [{ meant: 'heading', start: 0, end: sign.length, cuts: [{ start: 0, end: sign.length, text: '' }] }];
}
