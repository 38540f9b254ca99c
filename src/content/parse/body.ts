import type LinkifyIt from 'linkify-it';
import MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import cjkFriendly from 'markdown-it-cjk-friendly';
import type { LineSpan } from '../../base/text.ts';
import {
  type Alignment,
  type Block,
  type BlockOf,
  type ListItem,
  type Marker,
  type Prose,
  plainText,
} from '../summary/markup.ts';
import { findSpot } from '../summary/source-file.ts';
import { parseInline } from './inline.ts';

type BlockRule = Parameters<MarkdownIt['block']['ruler']['before']>[2];
type InlineRule = Parameters<MarkdownIt['inline']['ruler']['before']>[2];

/**
 * The Markdown of summaries: CommonMark with tables and strikethrough, bare web addresses as links, HTML comments as
 * speaker notes, and `<br>`. Any other HTML is text.
 */
export function createMarkdown(): MarkdownIt {
  const markdown = new MarkdownIt({ html: false, linkify: true });
  // `**“text”**` adjacent to a Chinese, Japanese or Korean letter is bold, contrary to CommonMark.
  markdown.use(cjkFriendly);
  // Only addresses with a scheme are links: `README.md` or `a@b.c` in a sentence is not.
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  endBeforeWideText(markdown.linkify);
  // All links are parsed, so that findings can name those not allowed.
  markdown.validateLink = () => true;
  markdown.normalizeLink = (url) => url;
  markdown.normalizeLinkText = (url) => url;
  markdown.block.ruler.before('fence', 'note', noteRule, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  markdown.inline.ruler.before('autolink', 'break', breakRule);
  return markdown;
}

/** Ends bare addresses where Chinese, Japanese or Korean text follows without a space. */
function endBeforeWideText(linkify: LinkifyIt): void {
  linkify.onCompile = () => {
    const patterns = linkify.re as unknown as Record<string, string>;
    const { src_Any: any = '' } = patterns;
    for (const [name, source] of Object.entries(patterns)) {
      patterns[name] = source
        // Grouped, because it contains alternatives and prefixes must apply to all of them.
        .replaceAll(any, `(?:${any})`)
        .replaceAll(SEPARATORS, `${SEPARATORS.slice(0, -1)}${WIDE}]`)
        // Characters not allowed at the end of an address are not allowed before such text either.
        .replaceAll('|$)', `|$|[${WIDE}])`)
        .replaceAll('(?!$|', `(?!$|[${WIDE}]|`);
    }
  };
  // Recompiles the patterns.
  linkify.tlds([], true);
}
/** The library's own pattern for characters outside addresses. */
const SEPARATORS = '[><\uff5c]';
/** Curly quotes, ellipsis and the characters of such text; letters beyond the BMP by their high surrogate. */
const WIDE =
  '\u2018\u2019\u201C\u201D\u2026\u3000-\u30FF\u3130-\u9FFF\uAC00-\uD7AF\uD840-\uD88F\uF900-\uFAFF\uFF00-\uFFEF';

/**
 * `<!-- ... -->` from the start of a line to the end of one. An unclosed comment runs to the end of its container and
 * is marked, so that it can be reported.
 */
const noteRule: BlockRule = (state, startLine, endLine, silent) => {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  if (!state.src.startsWith('<!--', start)) return false;

  const limit = state.eMarks[endLine - 1] ?? state.src.length;
  const close = state.src.indexOf('-->', start + 4);
  const closed = close >= 0 && close + 3 <= limit;
  let line = startLine;
  if (closed) {
    while ((state.eMarks[line] ?? limit) < close) line += 1;
    // Text after the comment would be lost, so then it counts as text.
    if (state.src.slice(close + 3, state.eMarks[line]).trim() !== '') return false;
  } else {
    line = endLine - 1;
  }
  if (silent) return true;

  const token = state.push('note', '', 0);
  token.content = state.src.slice(start + 4, closed ? close : limit);
  token.map = [startLine, line + 1];
  token.meta = { closed };
  state.line = line + 1;
  return true;
};

/** `<br>`, the only HTML tag supported: it breaks lines in table cells. */
const breakRule: InlineRule = (state, silent) => {
  if (state.src.charCodeAt(state.pos) !== 0x3c) return false;
  const [tag] = /^<br\s{0,9}\/?>/i.exec(state.src.slice(state.pos, state.pos + 16)) ?? [];
  if (tag === undefined) return false;
  if (!silent) state.push('hardbreak', 'br', 0);
  state.pos += tag.length;
  return true;
};

interface ParsedBody {
  readonly blocks: readonly Block[];
  /** 1-based first line of an unclosed comment. */
  readonly unclosedComment: number | null;
  /** 1-based first line of an unclosed code fence. */
  readonly unclosedFence: number | null;
}

/**
 * Parses the body of a summary into blocks.
 * @param offset number of lines above the body
 * @param lines all lines of the file
 */
export function parseBody(
  markdown: MarkdownIt,
  body: string,
  offset: number,
  lines: readonly string[],
): ParsedBody {
  return new BodyParser(markdown, body, offset, lines).run();
}

/** Walks markdown-it's flat list of tokens once, from left to right. */
class BodyParser {
  readonly #markdown: MarkdownIt;
  readonly #tokens: readonly Token[];
  readonly #offset: number;
  readonly #lines: readonly string[];
  #index = 0;
  #unclosedComment: number | null = null;
  #unclosedFence: number | null = null;
  /** Lines of the innermost block; table cells have none of their own. */
  #span: LineSpan;

  constructor(markdown: MarkdownIt, body: string, offset: number, lines: readonly string[]) {
    this.#markdown = markdown;
    this.#tokens = markdown.parse(body, {});
    this.#offset = offset;
    this.#lines = lines;
    this.#span = { first: offset + 1, last: Math.max(lines.length, offset + 1) };
  }

  run(): ParsedBody {
    const blocks = this.#blocks(() => this.#index >= this.#tokens.length);
    return { blocks, unclosedComment: this.#unclosedComment, unclosedFence: this.#unclosedFence };
  }

  #blocks(done: () => boolean): readonly Block[] {
    const blocks: Block[] = [];
    while (!done()) blocks.push(this.#block(this.#next()));
    return blocks;
  }

  #block(token: Token): Block {
    const lines = this.#enter(token);
    switch (token.type) {
      case 'paragraph_open': {
        const prose = this.#prose();
        this.#next();
        return { type: 'paragraph', prose, lines };
      }
      case 'heading_open':
        return this.#heading(token, lines);
      case 'bullet_list_open':
      case 'ordered_list_open':
        return this.#list(token, lines);
      case 'blockquote_open':
        return { type: 'quote', blocks: this.#until('blockquote_close'), lines };
      case 'table_open':
        return this.#table(lines);
      case 'fence':
        if (!this.#closes(token)) this.#unclosedFence ??= lines.first;
        return { type: 'code', lang: fenceLang(token.info), text: token.content, lines };
      case 'code_block':
        return { type: 'code', lang: '', text: token.content, lines };
      case 'hr':
        return { type: 'rule', lines };
      case 'note':
        // A nested comment ends both: the outer one was not closed and swallowed everything between.
        if (!(token.meta as { closed: boolean }).closed || token.content.includes('<!--')) {
          this.#unclosedComment ??= lines.first;
        }
        return { type: 'note', blocks: this.#note(token, lines), lines };
      default:
        throw new Error(`markdown-it token "${token.type}" has no block counterpart`);
    }
  }

  /** A closed fence has two lines more than its content: opening and closing. */
  #closes({ content, map }: Token): boolean {
    const [first, end] = map ?? [0, 0];
    const inside = content === '' ? 0 : content.replace(/\n$/, '').split('\n').length;
    return end - first === inside + 2;
  }

  /** Blocks of a comment. One that contains another is an error and not parsed, so recursion is one level deep. */
  #note(token: Token, lines: LineSpan): readonly Block[] {
    if (token.content.includes('<!--')) return [];
    return new BodyParser(this.#markdown, token.content, lines.first - 1, this.#lines).run().blocks;
  }

  #heading(token: Token, lines: LineSpan): BlockOf<'heading'> {
    const cut = cutAttributes(this.#prose(), this.#lines);
    this.#next();
    return { type: 'heading', level: Number(token.tag.slice(1)), ...cut, lines };
  }

  #list(token: Token, lines: LineSpan): BlockOf<'list'> {
    const ordered = token.type === 'ordered_list_open';
    const close = ordered ? 'ordered_list_close' : 'bullet_list_close';
    const items: ListItem[] = [];
    while (this.#peek().type !== close) {
      const span = this.#enter(this.#next());
      items.push({ blocks: this.#task(this.#until('list_item_close'), span), lines: span });
    }
    this.#next();
    return { type: 'list', ordered, start: Number(token.attrGet('start') ?? 1), items, lines };
  }

  /** Replaces `[ ]` and `[x]` at the start of a task list item with boxes. */
  #task(blocks: readonly Block[], span: LineSpan): readonly Block[] {
    const [first, ...rest] = blocks;
    const [text, ...inlines] = first?.type === 'paragraph' ? first.prose.inlines : [];
    const [sign] = (text?.type === 'text' && /^\[[ xX]\](?= )/.exec(text.text)) || [];
    if (first?.type !== 'paragraph' || text?.type !== 'text' || sign === undefined) return blocks;
    if (!standsIn(this.#lines, { first: span.first, last: span.first }, sign)) return blocks;
    const box = { type: 'text', text: (sign === '[ ]' ? '\u2610' : '\u2611') + text.text.slice(3) } as const;
    return [{ ...first, prose: { ...first.prose, inlines: [box, ...inlines] } }, ...rest];
  }

  #table(lines: LineSpan): BlockOf<'table'> {
    const align: Alignment[] = [];
    const rows: Prose[][] = [];
    for (let token = this.#next(); token.type !== 'table_close'; token = this.#next()) {
      if (token.type === 'tr_open') {
        this.#enter(token);
        rows.push([]);
      } else if (token.type === 'th_open') {
        align.push(alignment(token));
      } else if (token.type === 'inline') {
        rows.at(-1)?.push(parseInline(token.children ?? [], this.#lines, this.#span));
      }
    }
    const [header = [], ...body] = rows;
    return { type: 'table', header, align, rows: body, lines };
  }

  #prose(): Prose {
    return parseInline(this.#next().children ?? [], this.#lines, this.#span);
  }

  #until(close: string): readonly Block[] {
    const blocks = this.#blocks(() => this.#peek().type === close);
    this.#next();
    return blocks;
  }

  #enter(token: Token): LineSpan {
    const [first, end] = token.map ?? [this.#span.first - 1 - this.#offset, this.#span.last - this.#offset];
    this.#span = { first: this.#offset + first + 1, last: this.#offset + Math.max(end, first + 1) };
    return this.#span;
  }

  #peek(): Token {
    const token = this.#tokens[this.#index];
    if (!token) throw new Error('markdown-it left a block open');
    return token;
  }

  #next(): Token {
    const token = this.#peek();
    this.#index += 1;
    return token;
  }
}

/** Whether a heading is empty. */
export function isBlank(prose: Prose): boolean {
  return plainText(prose.inlines).trim() === '';
}

/** Whether `text` occurs literally in the file, without a backslash that would make it plain text. */
export function standsIn(lines: readonly string[], { first, last }: LineSpan, text: string): boolean {
  return lines.slice(first - 1, last).some((line) => {
    for (let index = line.indexOf(text); index >= 0; index = line.indexOf(text, index + 1)) {
      if (line[index - 1] !== '\\') return true;
    }
    return false;
  });
}

/** The first word of a fence's info string; the rest (`{1,3}`, `twoslash`) would instruct Slidev. */
function fenceLang(info: string): string {
  return (/^[\w+#.-]*/.exec(info.trim())?.[0] ?? '').toLowerCase();
}

function alignment(token: Token): Alignment {
  const style = token.attrGet('style') ?? '';
  return (/text-align:(left|center|right)/.exec(style)?.[1] as Alignment | undefined) ?? null;
}

/** Attributes at the end of a heading: a kind, its options, an anchor. */
const ATTRIBUTES = /^\{ *((?:\.[\w-]+|#[^\s{}#]+)(?: +(?:\.[\w-]+|#[^\s{}#]+))*) *\}$/;

/**
 * Removes `{#top .stats}` from `## Title {#top .stats}` and returns the anchor of the section and the kind of its
 * slide.
 */
function cutAttributes(
  prose: Prose,
  lines: readonly string[],
): { readonly prose: Prose; readonly marker: Marker | null; readonly anchor: string | null } {
  const none = { prose, marker: null, anchor: null };
  const last = prose.inlines.at(-1);
  if (last?.type !== 'text') return none;
  const begin = last.text.lastIndexOf('{');
  const match = begin < 0 ? null : ATTRIBUTES.exec(last.text.slice(begin));
  if (!match || !standsIn(lines, prose.lines, match[0])) return none;
  const text = last.text.slice(0, begin).trimEnd();
  const inlines = [...prose.inlines.slice(0, -1), ...(text === '' ? [] : [{ type: 'text', text } as const])];
  const names = (match[1] ?? '').split(/ +/);
  const [name, ...options] = names.filter((each) => each.startsWith('.')).map((each) => each.slice(1));
  const anchors = names.filter((each) => each.startsWith('#'));
  // A second anchor would be useless.
  if (anchors.length > 1) return none;
  const at = findSpot(lines, prose.lines, match[0]);
  return {
    prose: { ...prose, inlines },
    marker: name === undefined ? null : { name, options, at },
    anchor: anchors[0]?.slice(1) ?? null,
  };
}
