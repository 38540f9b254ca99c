import { type ImageRef, type Inline, plainText } from '../content/inline.ts';
import { linkTarget } from '../content/link.ts';
import { escapeHtml } from './escape/escape-html.ts';
import { escapeText, type Place } from './escape/escape-text.ts';
import { escapeUrl } from './escape/escape-url.ts';
import { UNSAFE_IN_NOTE, UNSAFE_IN_SOURCE } from './escape/unsafe-in-code.ts';

/** What a slide knows that its text needs. */
export interface InlineContext {
  readonly place: Place;
  /** Path of an image relative to slides/. */
  imagePath(ref: ImageRef): string;
  /** Number in the deck of the slide with that title; null where there is none. */
  slideNumber(title: string): number | null;
}

/** Markdown, on one line, that shows `inlines` as they were meant. */
export function inlineMarkdown(inlines: readonly Inline[], context: InlineContext): string {
  let markdown = '';
  for (const inline of inlines) {
    const next = serialize(inline, context);
    // Two runs that meet must not make a `{{` of their braces.
    const seam = markdown.endsWith('{') && next.startsWith('{') ? '<!-- -->' : '';
    markdown += seam + next;
  }
  return markdown;
}

function serialize(inline: Inline, context: InlineContext): string {
  switch (inline.type) {
    case 'text':
      return escapeText(inline.text, context.place);
    case 'code':
      return code(inline.text, context.place);
    case 'break':
      return '<br>';
    case 'strong':
      return mark('**', 'strong', inline.children, context);
    case 'emphasis':
      return mark('*', 'em', inline.children, context);
    case 'strike':
      return `<del>${inlineMarkdown(inline.children, context)}</del>`;
    case 'link':
      return link(inline.href, inline.children, context);
    case 'image': {
      const alt = escapeText(inline.image.alt, context.place);
      return `![${alt}](${context.imagePath(inline.image)})`;
    }
  }
}

/** Asterisks where they surely work: CommonMark wants letters at both ends; else a tag. */
function mark(asterisks: string, tag: string, children: readonly Inline[], context: InlineContext): string {
  const content = inlineMarkdown(children, context);
  const flat = children.every(({ type }) => type === 'text');
  return flat && /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/u.test(content)
    ? `${asterisks}${content}${asterisks}`
    : `<${tag}>${content}</${tag}>`;
}

/** Backticks hold anything but what Slidev looks for in the source, and a table's bar. */
function code(text: string, place: Place): string {
  const unsafe = UNSAFE_IN_SOURCE.test(text) || (place === 'note' && UNSAFE_IN_NOTE.test(text));
  if (unsafe || text.trim() === '' || text.includes('|')) {
    return `<code v-pre>${escapeHtml(text)}</code>`;
  }
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/s.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

function link(href: string, children: readonly Inline[], context: InlineContext): string {
  const content = inlineMarkdown(children, context);
  const target = linkTarget(href);
  if (target.type === 'refused') return content;
  if (target.type === 'slide') {
    const number = context.slideNumber(target.title);
    return number === null ? content : `[${content}](${number})`;
  }
  const url = escapeUrl(target.href);
  // In a note the text could be `[click]`, which Slidev takes for a mark.
  if (context.place === 'note') return `${content} (<${url.replaceAll(/[<>]/g, '')}>)`;
  const bare = plainText(children) === href && /^https?:[\w:/.?=+,@~-]+$/.test(href) && !href.includes('--');
  return bare ? `<${href}>` : `[${content}](${url})`;
}
