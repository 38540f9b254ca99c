import { rangesOf } from '../content/parse/fence-info.ts';
import { linkTarget } from '../content/summary/asset.ts';
import {
  type Alignment,
  type Block,
  type BlockOf,
  type CodeMarks,
  type ImageRef,
  type Inline,
  isPictureAlone,
  type ListItem,
  type Prose,
  plainText,
} from '../content/summary/markup.ts';
import type { Labels } from '../deck/labels.ts';
import {
  codeLanguage,
  escapeHtml,
  escapeLineStart,
  escapeText,
  escapeUrl,
  PRELOADED,
  type TextPlace,
  UNSAFE_IN_NOTE,
  UNSAFE_IN_SOURCE,
} from './escape.ts';
import { formulaMarkdown } from './formula.ts';

/** What inline text needs to know about its slide. */
export interface InlineContext {
  readonly place: TextPlace;
  /** Whether it is inside another block, and so not at the start of a line. */
  readonly nested?: boolean;
  /** The deck's own words. */
  readonly labels: Labels;
  /** Of a footnote on its slide, from 1; null where the text stands apart from it, as in an overview. */
  footnoteNumber(label: string): number | null;
  /** Path of an image relative to slides/. */
  imagePath(ref: ImageRef): string;
  /** Number of the slide with that title in the deck; null if there is none. */
  slideNumber(title: string): number | null;
}

/** Serializes `inlines` as Markdown on one line. */
export function inlineMarkdown(inlines: readonly Inline[], context: InlineContext): string {
  let markdown = '';
  for (const inline of joinTexts(inlines, context)) {
    // A tag alone on its line would begin an HTML block.
    if (inline.type === 'break' && markdown === '') continue;
    const next =
      inline.type === 'image'
        ? image(inline.image, isPictureAlone(inlines), context)
        : serialize(inline, context, markdown.at(-1) ?? '');
    // With a link behind them, `!` makes an image and `^` a footnote; Slidev looks for `![` even behind a backslash.
    if (next.startsWith('[')) markdown = markdown.replace(/[!^]$/, (mark) => `&#${mark.charCodeAt(0)};`);
    markdown += next;
  }
  return markdown;
}

/**
 * Serializes `blocks` as Markdown, without a final line end.
 * @param tight whether a list may follow a paragraph without an empty line, as in a list item
 */
export function blockMarkdown(blocks: readonly Block[], context: InlineContext, tight = false): string {
  let markdown = '';
  let previous: Block | null = null;
  let otherMarker = false;
  for (const block of blocks) {
    // Alternates markers, because consecutive lists with the same one would merge.
    otherMarker = block.type === 'list' && previous?.type === 'list' && !otherMarker;
    const next = serializeBlock(block, context, otherMarker);
    if (next === '') continue;
    const close = tight && previous?.type === 'paragraph' && INTERRUPTING.test(next);
    if (previous) markdown += close ? '\n' : '\n\n';
    markdown += next;
    previous = block;
  }
  return markdown;
}

/** A list that may interrupt a paragraph: its first item is not empty, its first number is 1. */
const INTERRUPTING = /^(?:[-+]|1[.)]) +\S/;

interface Code {
  readonly lang: string;
  readonly text: string;
  readonly marks?: CodeMarks;
}

/**
 * A fence; where a fence could not hold the text from Slidev's patterns, which search the source, a
 * `<pre>` with everything escaped. Of a fence's info only the language, marked lines and their numbers are given on, in
 * words of our own: it is code. A file's name stands above.
 * @param nested whether it stands within another block: Slidev looks into fences that begin no line
 */
export function codeMarkdown({ lang, text, marks }: Code, place: TextPlace, nested = false): string {
  // For Slidev's patterns a line ends there, too: what stands behind would be a line of its deck.
  const content = text.replaceAll(/[\u2028\u2029]/g, '\n').replace(/\n$/, '');
  // For Slidev's patterns, a line like a closing fence ends the fence.
  const patterns = [
    UNSAFE_IN_SOURCE,
    ...(nested || /^```/m.test(content) ? [PRELOADED] : []),
    ...(place === 'note' ? [UNSAFE_IN_NOTE] : []),
  ];
  const shown = place === 'slide' ? marks : undefined;
  const code = patterns.some((pattern) => pattern.test(content))
    ? escapedCode(content, shown)
    : fence(`${codeLanguage(lang)}${shown ? fenceMarks(shown) : ''}`, content);
  if (!shown?.name) return code;
  return `<div class="named-code">\n\n<span class="code-name" v-pre>${escapeHtml(shown.name)}</span>\n\n${code}\n\n</div>`;
}

function fence(info: string, content: string): string {
  const runs = content.match(/^[ \t]*`+/gm) ?? [];
  const longest = runs.reduce((most, run) => Math.max(most, run.trim().length), 2);
  const marks = '`'.repeat(longest + 1);
  return `${marks}${info}\n${content}\n${marks}`;
}

/** As Slidev reads it: ` {1|3-4} {lines:true,startLine:5}`. */
function fenceMarks({ steps, isNumbered, first }: CodeMarks): string {
  const options = [...(isNumbered ? ['lines:true'] : []), ...(first > 1 ? [`startLine:${first}`] : [])];
  const parts = [
    ...(steps.length > 0 ? [steps.join('|')] : []),
    ...(options.length > 0 ? [options.join(',')] : []),
  ];
  return parts.map((part) => ` {${part}}`).join('');
}

/** Without clicks: the lines of the last step are marked, as on paper. */
function escapedCode(content: string, marks: CodeMarks | undefined): string {
  const ranges = rangesOf(marks?.steps.at(-1) ?? '');
  const isMarked = (number: number) => ranges.some(([from, to]) => number >= from && number <= to);
  const first = marks?.first ?? 1;
  const code =
    ranges.length === 0 && !marks?.isNumbered
      ? escapeHtml(content)
      : content
          .split('\n')
          .map((line, index) => {
            const name = isMarked(first + index)
              ? 'line slidev-code-highlighted'
              : 'line slidev-code-dishonored';
            return `<span class="${name}">${escapeHtml(line)}</span>`;
          })
          .join('&#10;');
  const pre = `<pre v-pre class="slidev-code"><code>${code}</code></pre>`;
  if (!marks?.isNumbered) return pre;
  return `<div class="slidev-code-wrapper slidev-code-line-numbers" style="--start: ${first}">${pre}</div>`;
}

/** Joins adjacent texts, because characters harmless apart may not be so together. */
function joinTexts(inlines: readonly Inline[], context: InlineContext): readonly Inline[] {
  if (inlines.length === 1 && inlines[0]?.type === 'text') return inlines;
  const joined: Inline[] = [];
  for (const inline of inlines.flatMap((each) => plain(each, context))) {
    const last = joined.at(-1);
    if (inline.type === 'text' && last?.type === 'text') {
      joined.splice(-1, 1, { type: 'text', text: last.text + inline.text });
    } else {
      joined.push(inline);
    }
  }
  return joined;
}

/**
 * Replaces a dead link with its text. In notes, also replaces a link with its text and address, and an image, whose
 * file the deck lacks, with its description.
 */
function plain(inline: Inline, context: InlineContext): readonly Inline[] {
  const isNote = context.place === 'note';
  if (inline.type === 'image' && isNote) return [{ type: 'text', text: inline.image.alt }];
  // Speaker notes are no place for its fonts.
  if (inline.type === 'formula' && isNote) return [{ type: 'code', text: inline.tex }];
  if (inline.type === 'footnote') return footnoteMark(inline, context);
  if (inline.type !== 'link') return [inline];
  const isDead = destination(inline.href, context) === null;
  if (!isDead && !isNote) return [inline];
  const children = inline.children.flatMap((child) => plain(child, context));
  return isDead ? children : [...children, { ...inline, children: [] }];
}

/** A number; in a note, what the footnote says, in brackets. */
function footnoteMark(
  { label, note }: Extract<Inline, { type: 'footnote' }>,
  context: InlineContext,
): readonly Inline[] {
  const { place, footnoteNumber } = context;
  const words = (text: string): Inline => ({ type: 'text', text });
  if (place === 'note') {
    return [words(' ('), ...note.inlines.flatMap((inline) => plain(inline, context)), words(')')];
  }
  const number = footnoteNumber(label);
  return number === null ? [] : [{ type: 'raised', children: [words(String(number))] }];
}

/** @param previous the last character before it */
function serialize(
  inline: Exclude<Inline, { type: 'image' }>,
  context: InlineContext,
  previous: string,
): string {
  switch (inline.type) {
    case 'text':
      return escapeText(inline.text, context.place);
    case 'code':
      return code(inline.text.replaceAll(/[\u2028\u2029]/g, ' '), context.place, previous);
    case 'break':
      return '<br>';
    case 'strong':
      return mark('**', 'strong', inline.children, context, previous);
    case 'emphasis':
      return mark('*', 'em', inline.children, context, previous);
    case 'strike':
    case 'marked':
    case 'lowered':
    case 'raised':
      return element(TAGS[inline.type], inline.children, context);
    case 'link':
      return link(inline.href, inline.children, context);
    case 'formula':
      return formulaMarkdown(inline.tex, false);
    case 'footnote':
      return '';
  }
}

const TAGS = { strike: 'del', marked: 'mark', lowered: 'sub', raised: 'sup' } as const;

function element(tag: string, children: readonly Inline[], context: InlineContext): string {
  return `<${tag}>${inlineMarkdown(children, context)}</${tag}>`;
}

/** Asterisks where they surely work: CommonMark wants letters at both ends, and no other run beside them. */
function mark(
  asterisks: string,
  tag: string,
  children: readonly Inline[],
  context: InlineContext,
  previous: string,
): string {
  const content = inlineMarkdown(children, context);
  const flat = children.every(({ type }) => type === 'text') && previous !== '*';
  return flat && /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/u.test(content)
    ? `${asterisks}${content}${asterisks}`
    : `<${tag}>${content}</${tag}>`;
}

/**
 * Backticks can contain anything except Slidev's patterns, a table's bar, and the end of a link label. Slidev takes
 * three of them for a fence, and those of adjacent code spans would merge.
 */
function code(text: string, place: TextPlace, previous: string): string {
  const patterns = [UNSAFE_IN_SOURCE, PRELOADED, ...(place === 'note' ? [UNSAFE_IN_NOTE] : [])];
  const unsafe = patterns.some((pattern) => pattern.test(text));
  if (unsafe || previous === '`' || text.trim() === '' || /\||``|\]:/.test(text)) {
    return `<code v-pre>${escapeHtml(text)}</code>`;
  }
  const fence = text.includes('`') ? '``' : '`';
  const pad = /^`|`$|^ .* $/s.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** Slidev's Markdown leaves out of an image's words whatever is escaped in them. */
function image(ref: ImageRef, isAlone: boolean, context: InlineContext): string {
  const path = context.imagePath(ref).replaceAll(/-(?=drag)/gi, '&#45;');
  const { alt, width, caption } = ref;
  const isPlain = isAlone && width === undefined && caption === undefined;
  if (isPlain && escapeText(alt, 'note') === alt) return `![${alt}](${path})`;
  // In a span, because a tag that stands alone on its line would begin a block of HTML.
  if (!isAlone) return `<span><img class="in-line" src="${path}" alt="${escapeHtml(alt)}"></span>`;
  const style = width === undefined ? '' : ` style="width: ${width}%"`;
  const words = caption === undefined ? '' : `<small>${escapeText(caption, context.place)}</small>`;
  return `<span><img src="${path}" alt="${escapeHtml(alt)}"${style}>${words}</span>`;
}

/** Destination of a link in the deck, or null. Notes cannot link to slides. */
function destination(href: string, { place, slideNumber }: InlineContext): string | null {
  const target = linkTarget(href);
  if (target.type === 'web') return escapeUrl(target.href);
  const number = target.type === 'slide' && place === 'slide' ? slideNumber(target.title) : null;
  return number === null ? null : String(number);
}

function link(href: string, children: readonly Inline[], context: InlineContext): string {
  const url = destination(href, context);
  if (context.place === 'note') return ` (<${url?.replaceAll(/[<>]/g, '')}>)`;
  const bare = url === href && plainText(children) === href && /^https?:[\w:/.?=+,@~-]+$/.test(href);
  return bare ? `<${href}>` : `[${inlineMarkdown(children, context)}](${url})`;
}

function serializeBlock(block: Block, context: InlineContext, otherMarker: boolean): string {
  switch (block.type) {
    case 'paragraph':
      return line(block.prose, context);
    case 'heading':
      return `${'#'.repeat(Math.max(block.level, 3))} ${escapeHeadingEnd(inlineMarkdown(block.prose.inlines, context))}`;
    case 'list':
      return list(block, context, otherMarker);
    case 'table':
      return table(block, context);
    case 'quote':
      return prefix(blockMarkdown(block.blocks, { ...context, nested: true }), '> ');
    case 'callout':
      return callout(block, context);
    case 'definitions':
      return definitions(block, context);
    case 'code':
      return codeMarkdown(block, context.place, context.nested);
    case 'formula':
      return context.place === 'note'
        ? code(block.tex.trim().replaceAll(/\s*\n\s*/g, ' '), 'note', '')
        : formulaMarkdown(block.tex, true);
    case 'rule':
      return '* * *';
    case 'note':
      return '';
  }
}

function line(prose: Prose, context: InlineContext): string {
  return escapeLineStart(inlineMarkdown(prose.inlines, context));
}

function list(block: BlockOf<'list'>, context: InlineContext, otherMarker: boolean): string {
  const marker = (index: number) => {
    if (!block.ordered) return otherMarker ? '+' : '-';
    return `${Math.min(block.start + index, MAX_NUMBER)}${otherMarker ? ')' : '.'}`;
  };
  return block.items.map((item, index) => listItem(item, marker(index), context)).join('\n');
}

/** CommonMark 0.31, section 5.2: nine digits. */
const MAX_NUMBER = 999_999_999;

function listItem({ blocks }: ListItem, marker: string, context: InlineContext): string {
  const tight = blocks.every(({ type }, index) => type === (index === 0 ? 'paragraph' : 'list'));
  const content = prefix(
    blockMarkdown(blocks, { ...context, nested: true }, tight),
    ' '.repeat(marker.length + 1),
  );
  // Slidev recognizes a fence only at the start of a line, and would take a closing one for an opening one.
  if (blocks[0]?.type === 'code') return `${marker}\n${content}`;
  return content.replace(/^ */, `${marker} `).trimEnd();
}

/** Blank lines around what is Markdown in HTML. */
function callout({ kind, title, blocks }: BlockOf<'callout'>, context: InlineContext): string {
  const head = title?.inlines ?? [{ type: 'text', text: context.labels[kind] } as const];
  const content = blockMarkdown(blocks, context);
  return [
    `<div class="callout" data-kind="${kind}">`,
    `<span class="callout-head">${inlineMarkdown(head, context)}</span>`,
    ...(content === '' ? [] : [content]),
    '</div>',
  ].join('\n\n');
}

function definitions({ items }: BlockOf<'definitions'>, context: InlineContext): string {
  const part = (tag: string, content: string) => `<${tag}>\n\n${content}\n\n</${tag}>`;
  const parts = items.flatMap(({ term, meanings }) => [
    part('dt', line(term, context)),
    ...meanings.map((blocks) => part('dd', blockMarkdown(blocks, context))),
  ]);
  return `<dl>\n${parts.join('\n')}\n</dl>`;
}

function table({ header, align, rows }: BlockOf<'table'>, context: InlineContext): string {
  return tableMarkdown(
    header.map(({ inlines }) => inlineMarkdown(inlines, context)),
    align,
    rows.map((row) => row.map(({ inlines }) => inlineMarkdown(inlines, context))),
  );
}

/** @param header cells as Markdown, like those of `rows` */
function tableMarkdown(
  header: readonly string[],
  align: readonly Alignment[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = header.map((_, column) => DELIMITERS[align[column] ?? 'none']);
  return [line(header), line(rule), ...rows.map(line)].join('\n');
}

const DELIMITERS = { left: ':---', center: ':---:', right: '---:', none: '---' } as const;

function prefix(markdown: string, mark: string): string {
  return markdown
    .split('\n')
    .map((each) => (each === '' ? mark.trimEnd() : mark + each))
    .join('\n');
}

/** Escapes number signs that would close a heading and disappear. */
function escapeHeadingEnd(markdown: string): string {
  return markdown.replace(/(^|\s)(#+)(?=\s*$)/, '$1\\$2');
}
