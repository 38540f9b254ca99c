import { linkTarget } from '../content/summary/asset.ts';
import { formulaMath } from '../content/summary/formula.ts';
import { type LineEnds, piecesOf } from '../content/summary/line-ends.ts';
import {
  type Block,
  type BlockOf,
  type Citation,
  type CodeMarks,
  type ImageRef,
  type Inline,
  isPictureAlone,
  type Prose,
} from '../content/summary/markup.ts';
import type { Labels } from '../deck/labels.ts';
import { Html, html } from './html.ts';
import { mathHtml } from './math-html.ts';

/** Facts about a page that a summary's text depends on. */
export interface ProseContext {
  /** Fixed words in the summary's language. */
  readonly labels: Labels;
  /** Where lines of Chinese may break; null or absent if after any character. */
  readonly lineEnds?: LineEnds | null;
  /** Address of the section with that title or anchor; null if there is none. */
  sectionHref(title: string): string | null;
  /** Null if the file is missing. */
  picture(ref: ImageRef): Picture | null;
  /** 1-based number of a footnote on the page, which shows its text. */
  footnote(label: string, note: Prose): number;
  /** Marks of the lines that a statement cites, shown after it; null if there are none to show. */
  cites(citations: readonly Citation[]): Html | null;
  /** Highlights code; plain by default. @param lang as typed */
  code?(text: string, lang: string): Html;
  /** A diagram as drawn for the deck; null, or absent, if it was not. @param source as typed */
  drawing?(source: string): Picture | null;
  /** Draws a formula; as MathML by default. */
  formula?(tex: string, isBlock: boolean): Html;
}

export interface Picture {
  /** Relative to the page, encoded. */
  readonly src: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly isVideo: boolean;
  /** Shown until a video plays. */
  readonly poster: string | null;
}

/** Inline content as HTML. */
export function inlineHtml(inlines: readonly Inline[], context: ProseContext): Html {
  return markedHtml(context.lineEnds?.mark(inlines) ?? inlines, context);
}

/** A statement, followed by the marks of its citations. */
export function proseHtml(prose: Prose, context: ProseContext): Html {
  return html`${inlineHtml(prose.inlines, context)}${citesHtml(prose, context)}`;
}

/** Only the marks; null if there are none, or they are not public. */
export function citesHtml({ citations }: Pick<Prose, 'citations'>, context: ProseContext): Html | null {
  return context.cites(citations);
}

/** @param inlines with break positions in their texts */
function markedHtml(inlines: readonly Inline[], context: ProseContext): Html {
  return html`${inlines.map((inline) => oneInline(inline, isPictureAlone(inlines), context))}`;
}

/** Block content as HTML, in order. */
export function blocksHtml(blocks: readonly Block[], context: ProseContext): Html {
  return html`${blocks.map((block) => oneBlock(block, context))}`;
}

/** Content of a list item or cell: a single paragraph gets no element of its own. */
export function itemHtml(blocks: readonly Block[], context: ProseContext): Html {
  const [first, ...others] = blocks;
  if (first?.type !== 'paragraph') return blocksHtml(blocks, context);
  if (others.some(({ type }) => type === 'paragraph')) return blocksHtml(blocks, context);
  return html`${proseHtml(first.prose, context)}${blocksHtml(others, context)}`;
}

export function tableHtml(
  { header, align, rows }: Pick<BlockOf<'table'>, 'header' | 'align' | 'rows'>,
  context: ProseContext,
): Html {
  const cell = (prose: Prose) => proseHtml(prose, context);
  const place = (column: number) => {
    const side = align[column] ?? null;
    return side === null || side === 'left' ? html`` : html` class="to-${side}"`;
  };
  const head = header.map((prose, column) =>
    // An empty header cell would have no meaning.
    prose.inlines.length === 0 ? html`<td></td>` : html`<th scope="col"${place(column)}>${cell(prose)}</th>`,
  );
  const body = rows.map(
    (row) => html`<tr>${row.map((prose, column) => html`<td${place(column)}>${cell(prose)}</td>`)}</tr>\n`,
  );
  return html`<div class="scroll" tabindex="0">\n<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}</tbody>\n</table>\n</div>\n`;
}

export function codeHtml(
  code: { readonly text: string; readonly lang: string; readonly marks?: CodeMarks },
  context: Pick<ProseContext, 'code'>,
): Html {
  const name = code.marks?.name ?? null;
  const text = code.text.replace(/\n$/, '');
  const caption = name === null ? html`` : html`<figcaption>${name}</figcaption>`;
  return html`<figure class="code">${caption}<pre tabindex="0"><code>${context.code?.(text, code.lang) ?? text}</code></pre></figure>\n`;
}

/** @param isAlone whether its paragraph has nothing else, so that it gets the full width */
export function pictureHtml(ref: ImageRef, isAlone: boolean, context: ProseContext): Html {
  const picture = context.picture(ref);
  if (picture === null) return html`${ref.alt}`;
  const { src, width, height, isVideo, poster } = picture;
  if (isVideo) {
    const shown = poster === null ? html`` : html` poster="${poster}"`;
    return html`<video controls preload="metadata" width="${width}" height="${height}" src="${src}"${shown} aria-label="${ref.alt}"></video>`;
  }
  const names = [
    ...(isAlone ? [] : ['in-line']),
    ...(ref.width === undefined ? [] : [`w-${Math.min(10, Math.max(1, Math.round(ref.width / 10)))}0`]),
  ];
  const named = names.length === 0 ? html`` : html` class="${names.join(' ')}"`;
  return html`<img src="${src}" alt="${ref.alt}" width="${width}" height="${height}" loading="lazy"${named}>`;
}

const TAGS = {
  strong: 'strong',
  emphasis: 'em',
  strike: 'del',
  marked: 'mark',
  lowered: 'sub',
  raised: 'sup',
} as const;

const WORD_END = html`<wbr>`;

function oneInline(inline: Inline, isAlone: boolean, context: ProseContext): Html {
  switch (inline.type) {
    case 'text':
      return html`${piecesOf(inline).map((piece, index) => html`${index > 0 ? WORD_END : null}${piece}`)}`;
    case 'code':
      return html`<code>${inline.text}</code>`;
    case 'break':
      return html`<br>`;
    case 'link':
      return link(inline.href, markedHtml(inline.children, context), context);
    case 'image':
      return pictureHtml(inline.image, isAlone, context);
    case 'formula':
      return formula(inline.tex, false, context);
    case 'footnote': {
      const number = context.footnote(inline.label, inline.note);
      return html`<sup><a href="#note-${number}" id="note-${number}-back" role="doc-noteref">${number}</a></sup>`;
    }
    default:
      return element(TAGS[inline.type], markedHtml(inline.children, context));
  }
}

function formula(tex: string, isBlock: boolean, context: ProseContext): Html {
  return context.formula?.(tex, isBlock) ?? mathHtml(formulaMath(tex, isBlock), tex, isBlock);
}

/** @param tag of TAGS, or a heading */
function element(tag: string, content: Html): Html {
  return Html.rendered(`<${tag}>${content.toHTML()}</${tag}>`);
}

function link(href: string, words: Html, { sectionHref }: ProseContext): Html {
  const target = linkTarget(href);
  if (target.type === 'web') return html`<a href="${target.href}" rel="noopener">${words}</a>`;
  const section = target.type === 'slide' ? sectionHref(target.title) : null;
  return section === null ? words : html`<a href="${section}">${words}</a>`;
}

function oneBlock(block: Block, context: ProseContext): Html {
  const inner = (blocks: readonly Block[]) => blocksHtml(blocks, context);
  switch (block.type) {
    case 'paragraph':
      return paragraph(block.prose, context);
    case 'heading':
      return html`${element(`h${Math.min(Math.max(block.level, 3), 6)}`, proseHtml(block.prose, context))}\n`;
    case 'list': {
      const items = block.items.map(({ blocks }) => html`<li>${itemHtml(blocks, context)}</li>\n`);
      if (!block.ordered) return html`<ul>\n${items}</ul>\n`;
      return block.start === 1
        ? html`<ol>\n${items}</ol>\n`
        : html`<ol start="${block.start}">\n${items}</ol>\n`;
    }
    case 'table':
      return tableHtml(block, context);
    case 'quote':
      return html`<blockquote>\n${inner(block.blocks)}</blockquote>\n`;
    case 'callout': {
      const head = block.title ? proseHtml(block.title, context) : html`${context.labels[block.kind]}`;
      return html`<aside class="callout" data-kind="${block.kind}">\n<p class="callout-head">${head}</p>\n${inner(block.blocks)}</aside>\n`;
    }
    case 'definitions': {
      const items = block.items.map(({ term, meanings }) => {
        const told = meanings.map((blocks) => html`<dd>${itemHtml(blocks, context)}</dd>\n`);
        return html`<dt>${proseHtml(term, context)}</dt>\n${told}`;
      });
      return html`<dl>\n${items}</dl>\n`;
    }
    case 'code':
      return codeHtml(block, context);
    case 'formula':
      return html`${formula(block.tex, true, context)}\n`;
    case 'rule':
      return html`<hr>\n`;
    case 'note':
      return html``;
  }
}

function paragraph(prose: Prose, context: ProseContext): Html {
  const { inlines } = prose;
  const [only] = inlines;
  if (!isPictureAlone(inlines) || only?.type !== 'image') return html`<p>${proseHtml(prose, context)}</p>\n`;
  const { caption } = only.image;
  const cites = citesHtml(prose, context);
  const words =
    caption === undefined && cites === null
      ? html``
      : html`<figcaption>${caption ?? ''}${cites}</figcaption>`;
  return html`<figure>${pictureHtml(only.image, true, context)}${words}</figure>\n`;
}
