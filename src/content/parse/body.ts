import type LinkifyIt from 'linkify-it';
import MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import cjkFriendly from 'markdown-it-cjk-friendly';
import deflist from 'markdown-it-deflist';
import footnote from 'markdown-it-footnote';
import { addAll } from '../../base/memory.ts';
import type { LineSpan } from '../../base/text.ts';
import {
  type Alignment,
  type Block,
  type BlockOf,
  CALLOUTS,
  type Definition,
  type FootnoteText,
  type ListItem,
  type Marker,
  type Prose,
  plainText,
} from '../summary/markup.ts';
import { findSpot } from '../summary/source-file.ts';
import { readFenceInfo } from './fence-info.ts';
import { readFormulas } from './formulas.ts';
import { readHeadingLinks } from './heading-links.ts';
import { parseInline } from './inline.ts';
import { readInlineMarks } from './inline-marks.ts';
import { partAtPictures, withAttributes } from './pictures.ts';

type BlockRule = Parameters<MarkdownIt['block']['ruler']['before']>[2];
type InlineRule = Parameters<MarkdownIt['inline']['ruler']['before']>[2];

/**
 * The Markdown that summaries are written in: CommonMark with tables, definitions, footnotes, formulas, strikethrough and further marks in
 * text, bare web addresses as links, HTML comments as speaker notes, and `<br>`. Any other HTML is text.
 */
export function createMarkdown(): MarkdownIt {
  const markdown = new MarkdownIt({ html: false, linkify: true });
  // `**“text”**` adjacent to a Chinese, Japanese or Korean letter is bold, contrary to CommonMark.
  markdown.use(cjkFriendly);
  markdown.use(deflist);
  markdown.use(footnote);
  // Where a footnote stands is decided later; `x^[2]` is none.
  markdown.core.ruler.disable('footnote_tail');
  markdown.inline.ruler.disable('footnote_inline');
  // Only what names its scheme is a link: `README.md` or `a@b.c` in a sentence is not.
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
  readHeadingLinks(markdown);
  readInlineMarks(markdown);
  readFormulas(markdown);
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
  readonly footnotes: readonly FootnoteText[];
  /** First line of a comment that is never closed, 1-based. */
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
  /** The addresses that the body gives for its links. */
  readonly #env = {};
  readonly #tokens: readonly Token[];
  readonly #offset: number;
  readonly #lines: readonly string[];
  /** By their labels; of several with one label the first. */
  readonly #footnotes = new Map<string, Prose>();
  readonly #marked = new Set<Prose>();
  #index = 0;
  #unclosedComment: number | null = null;
  #unclosedFence: number | null = null;
  /** Lines of the innermost block; table cells have none of their own. */
  #span: LineSpan;

  constructor(markdown: MarkdownIt, body: string, offset: number, lines: readonly string[]) {
    this.#markdown = markdown;
    this.#tokens = markdown.parse(body, this.#env);
    this.#offset = offset;
    this.#lines = lines;
    this.#span = { first: offset + 1, last: Math.max(lines.length, offset + 1) };
  }

  run(): ParsedBody {
    const texts = this.#footnoteTexts();
    const blocks = this.#blocks(() => this.#index >= this.#tokens.length);
    const footnotes = texts.map((each) => ({ ...each, isUsed: this.#marked.has(each.note) }));
    return { blocks, footnotes, unclosedComment: this.#unclosedComment, unclosedFence: this.#unclosedFence };
  }

  #blocks(done: () => boolean): readonly Block[] {
    const blocks: Block[] = [];
    while (!done()) {
      const token = this.#next();
      if (token.type === 'footnote_reference_open') this.#skipFootnote();
      else if (token.type === 'paragraph_open') addAll(blocks, this.#paragraphs(this.#enter(token)));
      else blocks.push(this.#block(token));
    }
    return blocks;
  }

  /** What footnotes say is known before the marks that refer to them are met; within one there are none. */
  #footnoteTexts(): readonly Omit<FootnoteText, 'isUsed'>[] {
    const texts: Omit<FootnoteText, 'isUsed'>[] = [];
    this.#tokens.forEach((token, index) => {
      if (token.type !== 'footnote_reference_open') return;
      const { label } = token.meta as { label: string };
      let end = index + 1;
      while (this.#tokens[end] && this.#tokens[end]?.type !== 'footnote_reference_close') end += 1;
      const [opening, inline, , ...more] = this.#tokens.slice(index + 1, end);
      // One without text does not say where it stands.
      if (opening) this.#enter(opening);
      else this.#span = { first: this.#offset + 1, last: this.#lines.length };
      const note = parseInline(inline?.children ?? [], this.#lines, this.#span);
      texts.push({ label, note, isText: opening?.type === 'paragraph_open' && more.length === 0 });
      if (!this.#footnotes.has(label)) this.#footnotes.set(label, note);
    });
    return texts;
  }

  #skipFootnote(): void {
    while (this.#next().type !== 'footnote_reference_close');
  }

  /** What a mark refers to. */
  readonly #footnote = (label: string): Prose | null => {
    const note = this.#footnotes.get(label) ?? null;
    if (note) this.#marked.add(note);
    return note;
  };

  /** One; or several, where pictures stand on lines of their own. */
  #paragraphs(lines: LineSpan): readonly Block[] {
    const pieces = partAtPictures(this.#next().children ?? []);
    this.#next();
    return pieces.map(({ tokens, first, last }) => {
      const span = {
        first: Math.min(lines.first + first, lines.last),
        last: Math.min(lines.first + last, lines.last),
      };
      return { type: 'paragraph', prose: this.#inline(tokens, span), lines: span };
    });
  }

  #block(token: Token): Block {
    const lines = this.#enter(token);
    switch (token.type) {
      case 'heading_open':
        return this.#heading(token, lines);
      case 'bullet_list_open':
      case 'ordered_list_open':
        return this.#list(token, lines);
      case 'blockquote_open':
        return this.#quote(lines);
      case 'dl_open':
        return this.#definitions(lines);
      case 'table_open':
        return this.#table(lines);
      case 'fence': {
        if (!this.#closes(token)) this.#unclosedFence ??= lines.first;
        const { lang, marks } = readFenceInfo(token.info);
        // As GitHub has them.
        if (lang === 'math') return { type: 'formula', tex: token.content, lines };
        return { type: 'code', lang, text: token.content, ...(marks ? { marks } : {}), lines };
      }
      case 'formula_block':
        return { type: 'formula', tex: token.content, lines };
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

  /** A quote, or a box where it begins with `[!NOTE]`; what stands behind that is the head of the box. */
  #quote(lines: LineSpan): BlockOf<'quote'> | BlockOf<'callout'> {
    const [opening, inline] = this.#tokens.slice(this.#index, this.#index + 2);
    const [first = '', ...rest] =
      opening?.type === 'paragraph_open' ? (inline?.content.split('\n') ?? []) : [];
    const [, name = '', title = ''] = CALLOUT.exec(first) ?? [];
    const kind = CALLOUTS.find((each) => each === name.toLowerCase());
    if (!kind || !opening || !inline)
      return { type: 'quote', blocks: this.#until('blockquote_close'), lines };
    this.#enter(opening);
    const head = title === '' ? null : this.#read(title, { first: this.#span.first, last: this.#span.first });
    if (rest.length === 0) {
      this.#index += 3;
    } else {
      if (opening.map) opening.map[0] += 1;
      inline.children = this.#markdown.parseInline(rest.join('\n'), this.#env)[0]?.children ?? [];
    }
    return { type: 'callout', kind, title: head, blocks: this.#until('blockquote_close'), lines };
  }

  #definitions(lines: LineSpan): BlockOf<'definitions'> {
    const items: { term: Prose; meanings: (readonly Block[])[]; lines: LineSpan }[] = [];
    for (let token = this.#next(); token.type !== 'dl_close'; token = this.#next()) {
      const span = this.#enter(token);
      if (token.type === 'dt_open') {
        items.push({ term: this.#prose(), meanings: [], lines: span });
        this.#next();
      } else {
        const meaning = this.#until('dd_close');
        items.at(-1)?.meanings.push(meaning);
      }
    }
    return { type: 'definitions', items: items satisfies Definition[], lines };
  }

  /** Inline content that stands in no token of its own. */
  #read(text: string, span: LineSpan): Prose {
    return this.#inline(this.#markdown.parseInline(text, this.#env)[0]?.children ?? [], span);
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
        rows.at(-1)?.push(this.#inline(token.children ?? [], this.#span));
      }
    }
    const [header = [], ...body] = rows;
    return { type: 'table', header, align, rows: body, lines };
  }

  #prose(): Prose {
    return this.#inline(this.#next().children ?? [], this.#span);
  }

  #inline(tokens: readonly Token[], lines: LineSpan): Prose {
    const prose = parseInline(tokens, this.#lines, lines, this.#footnote);
    const isTyped = (text: string) => standsIn(this.#lines, lines, text);
    return { ...prose, inlines: withAttributes(prose.inlines, isTyped) };
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

/** The first line of a box; Obsidian's signs for one that can be folded are passed over. */
const CALLOUT = /^\[!(\w{1,20})\][+-]?[ \t]*(.*)$/;

/** Whether a heading says nothing. */
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
