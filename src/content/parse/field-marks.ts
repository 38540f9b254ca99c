import type Token from 'markdown-it/lib/token.mjs';
import type { FieldMarkup } from '../../findings/messages/front-matter-messages.ts';
import { markdown } from './parse.ts';

/** What Markdown would read as more than text. Offsets count UTF-16 units. */
export interface FieldMark {
  readonly meant: FieldMarkup;
  readonly start: number;
  readonly end: number;
  /** Changes after which its words are left; null where taking the signs away would change what they say. */
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

/** An opening sign whose end is still to come. */
interface Open {
  readonly meant: FieldMarkup;
  readonly start: number;
  /** Where what is inside of it begins. */
  readonly inside: number;
  /** Of a link. */
  readonly end: number;
}

/** Walks the parser's tokens along the text: tokens say what they are, and their signs where they stand. */
class MarkReader {
  readonly #text: string;
  readonly #env: object;
  readonly #marks: FieldMark[] = [];
  readonly #open: Open[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    // Footnotes are marks only where their texts are known; here whatever looks like one is.
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
    // A bare address is shown as it was typed.
    if (nesting !== 0 && markup === 'linkify') return;
    if (nesting !== 0) {
      const pair = PAIRS[type.replace(/_(?:open|close)$/, '')];
      if (nesting > 0) {
        // A link's sign is a bracket, whichever it is.
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
      if (content !== markup && !isShrug(this.#text, start))
        this.#add(meant, start, this.#ofSign(meant, content));
    } else {
      this.#at = this.#endOf(start);
      this.#add(LEAVES[type] ?? 'tag', start, this.#ofLeaf(type, start));
    }
  }

  #close({ meant, start, inside }: Open, end: number, isAuto: boolean): void {
    const close = this.#at;
    this.#at = end;
    const words = this.#text.slice(inside, close);
    const signs = [
      { start, end: inside, text: '' },
      { start: close, end, text: '' },
    ];
    const small = meant === 'subscript' || meant === 'superscript' ? smallDigits(words, meant) : null;
    const isSure =
      isAuto ||
      ((meant === 'bold' || meant === 'italic' || meant === 'highlight') && this.#isApart(start, end, words));
    this.#marks.push({
      meant,
      start,
      end,
      cuts: small ? [{ start, end, text: small }] : isSure ? signs : null,
    });
  }

  /** Not `2**10 and 3**2`, and not `__init__`, which may well be meant. */
  #isApart(start: number, end: number, words: string): boolean {
    const around = (this.#text[start - 1] ?? ' ') + (this.#text[end] ?? ' ');
    return !/\w/.test(around) && !(this.#text.startsWith('__', start) && /^[a-z][a-z\d_]*$/.test(words));
  }

  #ofSign(meant: 'entity' | 'escape' | 'emoji', content: string): string | null {
    if (meant === 'entity' && /^\s$/.test(content)) return ' ';
    return content;
  }

  /** What is left of code, a line break or a formula that is a mere letter. */
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

  /** Where what begins at an offset ends. */
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

/** Unicode has small digits, and few other small characters that fonts draw. */
function smallDigits(words: string, meant: 'subscript' | 'superscript'): string | null {
  if (!/^\d+$/.test(words)) return null;
  return words.replaceAll(/\d/g, (digit) => (meant === 'subscript' ? LOW : HIGH)[Number(digit)] ?? digit);
}

/** The arm of `\u00AF\\_(\u30C4)_/\u00AF`. */
function isShrug(text: string, at: number): boolean {
  return text[at] === '\\' && text[at - 1] === '\u00AF';
}

/** Both tags of an element, one tag with attributes, or a comment. `The <dialog> element` says what it means. */
const HTML =
  /<!--.{0,500}?-->|<([a-z][a-z\d:-]{0,20})((?:\s[^<>]{0,500})?)>(?:(.{0,400}?)<\/\1\s{0,9}>)|<[a-z][a-z\d:-]{0,20}\s[^<>]{0,500}?=[^<>]{0,500}>/gi;
/** Elements whose text says the same without them. */
const PLAIN_ELEMENT = /^(?:b|strong|i|em|u|mark|code|kbd|samp|tt|span|font|small|big|p|div|center)$/i;

function htmlIn(text: string): readonly FieldMark[] {
  if (!text.includes('<')) return [];
  return [...text.matchAll(HTML)].map(
    ({ 0: whole, 1: name, 2: attributes = '', 3: words = '', index: start }) => {
      const end = start + whole.length;
      if (name === undefined)
        return { meant: whole.startsWith('<!') ? 'comment' : 'tag', start, end, cuts: null };
      const inside = start + name.length + attributes.length + 2;
      const cuts = [
        { start, end: inside, text: '' },
        { start: inside + words.length, end, text: '' },
      ];
      return { meant: 'tag', start, end, cuts: PLAIN_ELEMENT.test(name) ? cuts : null };
    },
  );
}

function headingIn(text: string): readonly FieldMark[] {
  if (!text.startsWith('#') || markdown.parse(text, {})[0]?.type !== 'heading_open') return [];
  const end = /^#+\s*/.exec(text)?.[0].length ?? 0;
  return [{ meant: 'heading', start: 0, end: Math.max(1, end), cuts: [{ start: 0, end, text: '' }] }];
}
