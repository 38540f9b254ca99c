import { type ImageRef, type Inline, plainText } from '../content/inline.ts';
import { linkTarget } from '../content/link.ts';
import { escapeHtml } from './escape/escape-html.ts';
import { escapeText, type Place } from './escape/escape-text.ts';
import { escapeUrl } from './escape/escape-url.ts';
import { PRELOADED, UNSAFE_IN_NOTE, UNSAFE_IN_SOURCE } from './escape/unsafe-in-code.ts';

/** What a slide knows that its text needs. */
export interface InlineContext {
  readonly place: Place;
  /** Whether it stands within another block, and so at no line's start. */
  readonly nested?: boolean;
  /** Path of an image relative to slides/. */
  imagePath(ref: ImageRef): string;
  /** Number in the deck of the slide with that title; null where there is none. */
  slideNumber(title: string): number | null;
}

/** Markdown, on one line, that shows `inlines` as they were meant. */
export function inlineMarkdown(inlines: readonly Inline[], context: InlineContext): string {
  let markdown = '';
  for (const inline of joinTexts(inlines, context)) {
    // A tag that stands alone on its line would begin a block of HTML.
    if (inline.type === 'break' && markdown === '') continue;
    const next = serialize(inline, context, markdown.at(-1) ?? '');
    // With a link behind them, `!` makes an image and `^` a footnote; Slidev looks for `![` even behind a backslash.
    if (next.startsWith('[')) markdown = markdown.replace(/[!^]$/, (mark) => `&#${mark.charCodeAt(0)};`);
    markdown += next;
  }
  return markdown;
}

/** Texts that meet become one: what is harmless alone may not be so together. */
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
 * A link that leads nowhere is its text. In a note, a link is its text with its address behind it, and an
 * image, which would be no file of the deck, is its words.
 */
function plain(inline: Inline, context: InlineContext): readonly Inline[] {
  const isNote = context.place === 'note';
  if (inline.type === 'image' && isNote) return [{ type: 'text', text: inline.image.alt }];
  if (inline.type !== 'link') return [inline];
  const isDead = destination(inline.href, context) === null;
  if (!isDead && !isNote) return [inline];
  const children = inline.children.flatMap((child) => plain(child, context));
  return isDead ? children : [...children, { ...inline, children: [] }];
}

/** @param previous the last character before it */
function serialize(inline: Inline, context: InlineContext, previous: string): string {
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
      return `<del>${inlineMarkdown(inline.children, context)}</del>`;
    case 'link':
      return link(inline.href, inline.children, context);
    case 'image':
      return image(inline.image, context);
  }
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
 * Backticks hold anything but what Slidev looks for in the source, a table's bar, and what ends the label of
 * a reference. Three of them Slidev takes for a fence, and those of two code spans that meet are one run.
 */
function code(text: string, place: Place, previous: string): string {
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
function image(ref: ImageRef, { imagePath }: InlineContext): string {
  const path = imagePath(ref).replaceAll(/-(?=drag)/gi, '&#45;');
  if (escapeText(ref.alt, 'note') === ref.alt) return `![${ref.alt}](${path})`;
  // In a span, because a tag that stands alone on its line would begin a block of HTML.
  return `<span><img src="${path}" alt="${escapeHtml(ref.alt)}"></span>`;
}

/** Where a link leads in the deck; null where that is nowhere. A note has no slides to lead to. */
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
