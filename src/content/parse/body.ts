import type MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
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
  type Prose,
  plainText,
} from '../summary/markup.ts';
import { cutAttributes, standsIn } from './attributes.ts';
import { readFenceInfo } from './fence-info.ts';
import { parseInline } from './inline.ts';
import { partAtPictures, withAttributes } from './pictures.ts';

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
  /** The addresses that the body defines for its links. */
  readonly #env = {};
  readonly #tokens: readonly Token[];
  readonly #offset: number;
  readonly #lines: readonly string[];
  /** By label; the first of several with the same label. */
  readonly #footnotes = new Map<string, Prose>();
  readonly #marked = new Set<Prose>();
  #index = 0;
  #unclosedComment: number | null = null;
  #unclosedFence: number | null = null;
  /** Lines of the innermost block; table cells do not have their own. */
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

  /** Footnote texts are read before the marks that refer to them; marks within footnotes are ignored. */
  #footnoteTexts(): readonly Omit<FootnoteText, 'isUsed'>[] {
    const texts: Omit<FootnoteText, 'isUsed'>[] = [];
    this.#tokens.forEach((token, index) => {
      if (token.type !== 'footnote_reference_open') return;
      const { label } = token.meta as { label: string };
      let end = index + 1;
      while (this.#tokens[end] && this.#tokens[end]?.type !== 'footnote_reference_close') end += 1;
      const [opening, inline, , ...more] = this.#tokens.slice(index + 1, end);
      // A footnote without text has no position.
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

  /** The footnote that a mark refers to. */
  readonly #footnote = (label: string): Prose | null => {
    const note = this.#footnotes.get(label) ?? null;
    if (note) this.#marked.add(note);
    return note;
  };

  /** One paragraph, or several if pictures are on lines of their own. */
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
        // As on GitHub.
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

  /** A closed fence has two more lines than its content: the opening and closing ones. */
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

  /** A quote, or a box if it begins with `[!NOTE]`; text after that is the box's head. */
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

  /** Inline content without a token of its own. */
  #read(text: string, span: LineSpan): Prose {
    return this.#inline(this.#markdown.parseInline(text, this.#env)[0]?.children ?? [], span);
  }

  #list(token: Token, lines: LineSpan): BlockOf<'list'> {
    const ordered = token.type === 'ordered_list_open';
    const close = ordered ? 'ordered_list_close' : 'bullet_list_close';
    const items: ListItem[] = [];
    while (this.#peek().type !== close) {
      const span = this.#enter(this.#next());
      items.push({ blocks: this.#until('list_item_close'), lines: span });
    }
    this.#next();
    return { type: 'list', ordered, start: Number(token.attrGet('start') ?? 1), items, lines };
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

/** The first line of a box; Obsidian's signs for foldable ones are ignored. */
const CALLOUT = /^\[!(\w{1,20})\][+-]?[ \t]*(.*)$/;

/** Whether a heading has no text. */
export function isBlank(prose: Prose): boolean {
  return plainText(prose.inlines).trim() === '';
}

function alignment(token: Token): Alignment {
  const style = token.attrGet('style') ?? '';
  return (/text-align:(left|center|right)/.exec(style)?.[1] as Alignment | undefined) ?? null;
}
