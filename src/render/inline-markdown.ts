import { linkTarget } from '../content/summary/asset.ts';
import { type LineEnds, piecesOf } from '../content/summary/line-ends.ts';
import { type ImageRef, type Inline, isPictureAlone, plainText } from '../content/summary/markup.ts';
import type { Labels } from '../deck/labels.ts';
import {
  escapeHtml,
  escapeText,
  escapeUrl,
  PRELOADED,
  type TextPlace,
  UNSAFE_IN_NOTE,
  UNSAFE_IN_SOURCE,
} from './escape.ts';
import { formulaMarkdown } from './formula.ts';

/** Facts about a slide that its inline text depends on. */
export interface InlineContext {
  readonly place: TextPlace;
  /** Whether it is inside another block, and so not at the start of a line. */
  readonly nested?: boolean;
  /** Where lines of Chinese may break; null or absent if after any character, as in notes. */
  readonly lineEnds?: LineEnds | null;
  /** The deck's fixed words. */
  readonly labels: Labels;
  /** Number of a footnote on its slide, from 1; null for text apart from its slide, as in an overview. */
  footnoteNumber(label: string): number | null;
  /** Path of an image relative to slides/. */
  imagePath(ref: ImageRef): string;
  /** Number of the slide with that title in the deck; null if there is none. */
  slideNumber(title: string): number | null;
}

/** Serializes `inlines` as Markdown on one line. */
export function inlineMarkdown(inlines: readonly Inline[], context: InlineContext): string {
  const { lineEnds, place } = context;
  return markedMarkdown(lineEnds && place === 'slide' ? lineEnds.mark(inlines) : inlines, context);
}

/** @param inlines with break positions in their texts */
function markedMarkdown(inlines: readonly Inline[], context: InlineContext): string {
  let markdown = '';
  for (const inline of joinTexts(inlines, context)) {
    // A tag alone on its line would begin an HTML block.
    if (inline.type === 'break' && markdown === '') continue;
    const next =
      inline.type === 'image'
        ? image(inline.image, isPictureAlone(inlines), context)
        : serialize(inline, context, markdown.at(-1) ?? '');
    // With a link after them, `!` makes an image and `^` a footnote; Slidev looks for `![` even after a backslash.
    if (next.startsWith('[')) markdown = markdown.replace(/[!^]$/, (mark) => `&#${mark.charCodeAt(0)};`);
    markdown += next;
  }
  return markdown;
}

/** Joins adjacent texts, because characters harmless apart may not be so together. */
function joinTexts(inlines: readonly Inline[], context: InlineContext): readonly Inline[] {
  if (inlines.length === 1 && inlines[0]?.type === 'text') return inlines;
  const joined: Inline[] = [];
  for (const inline of inlines.flatMap((each) => plain(each, context))) {
    const last = joined.at(-1);
    if (inline.type === 'text' && last?.type === 'text') {
      joined.splice(-1, 1, joinedText(last, inline));
    } else {
      joined.push(inline);
    }
  }
  return joined;
}

type TextInline = Extract<Inline, { type: 'text' }>;

function joinedText(first: TextInline, second: TextInline): TextInline {
  const behind = second.ends?.map((end) => first.text.length + end) ?? [];
  return { type: 'text', text: first.text + second.text, ends: [...(first.ends ?? []), ...behind] };
}

/**
 * Replaces a dead link with its text. In notes, also replaces a link with its text and address, and an image, whose
 * file the deck lacks, with its description.
 */
function plain(inline: Inline, context: InlineContext): readonly Inline[] {
  const isNote = context.place === 'note';
  if (inline.type === 'image' && isNote) return [{ type: 'text', text: inline.image.alt }];
  // Notes have no fonts for formulas.
  if (inline.type === 'formula' && isNote) return [{ type: 'code', text: inline.tex }];
  if (inline.type === 'footnote') return footnoteMark(inline, context);
  if (inline.type !== 'link') return [inline];
  const isDead = destination(inline.href, context) === null;
  if (!isDead && !isNote) return [inline];
  const children = inline.children.flatMap((child) => plain(child, context));
  return isDead ? children : [...children, { ...inline, children: [] }];
}

/** A number; in a note, the footnote's text in brackets. */
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
      return piecesOf(inline)
        .map((piece) => escapeText(piece, context.place))
        .join('<wbr>');
    case 'code':
      return inlineCode(inline.text.replaceAll(/[\u2028\u2029]/g, ' '), context.place, previous);
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
  return `<${tag}>${markedMarkdown(children, context)}</${tag}>`;
}

/** Uses asterisks only where they are sure to work: with letters at both ends and no other asterisks beside them. */
function mark(
  asterisks: string,
  tag: string,
  children: readonly Inline[],
  context: InlineContext,
  previous: string,
): string {
  const content = markedMarkdown(children, context);
  const flat = children.every(({ type }) => type === 'text') && previous !== '*';
  return flat && /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/u.test(content)
    ? `${asterisks}${content}${asterisks}`
    : `<${tag}>${content}</${tag}>`;
}

/**
 * Backticks can contain anything except Slidev's patterns, a table's bar, and the end of a link label. Slidev takes
 * three of them for a fence, and those of adjacent code spans would merge.
 */
export function inlineCode(text: string, place: TextPlace, previous: string): string {
  const patterns = [UNSAFE_IN_SOURCE, PRELOADED, ...(place === 'note' ? [UNSAFE_IN_NOTE] : [])];
  const unsafe = patterns.some((pattern) => pattern.test(text));
  if (unsafe || previous === '`' || text.trim() === '' || /\||``|\]:/.test(text)) {
    return `<code v-pre>${escapeHtml(text)}</code>`;
  }
  const fence = text.includes('`') ? '``' : '`';
  const pad = /^`|`$|^ .* $/s.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** Uses HTML, because Slidev's Markdown drops escaped characters from an image's description. */
function image(ref: ImageRef, isAlone: boolean, context: InlineContext): string {
  const path = context.imagePath(ref).replaceAll(/-(?=drag)/gi, '&#45;');
  const { alt, width, caption } = ref;
  const isPlain = isAlone && width === undefined && caption === undefined;
  if (isPlain && escapeText(alt, 'note') === alt) return `![${alt}](${path})`;
  // In a span, because a tag alone on its line would begin an HTML block.
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
  return bare ? `<${href}>` : `[${markedMarkdown(children, context)}](${url})`;
}
