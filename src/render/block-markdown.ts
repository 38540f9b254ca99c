import type { Alignment, Block, BlockOf, ListItem, Prose } from '../content/block.ts';
import { codeLanguage } from './escape/code-language.ts';
import { escapeHtml } from './escape/escape-html.ts';
import { escapeLineStart } from './escape/escape-line-start.ts';
import type { Place } from './escape/escape-text.ts';
import { PRELOADED, UNSAFE_IN_NOTE, UNSAFE_IN_SOURCE } from './escape/unsafe-in-code.ts';
import { type InlineContext, inlineMarkdown } from './inline-markdown.ts';

/**
 * Markdown for `blocks`, without a line end at its end.
 * @param tight whether a list may follow a paragraph without an empty line, as in a list's item
 */
export function blockMarkdown(blocks: readonly Block[], context: InlineContext, tight = false): string {
  let markdown = '';
  let previous: Block | null = null;
  let otherMarker = false;
  for (const block of blocks) {
    // Two lists that follow each other would run together, were it not for another kind of marker.
    otherMarker = block.type === 'list' && previous?.type === 'list' && !otherMarker;
    const next = serialize(block, context, otherMarker);
    if (next === '') continue;
    const close = tight && previous?.type === 'paragraph' && INTERRUPTING.test(next);
    if (previous) markdown += close ? '\n' : '\n\n';
    markdown += next;
    previous = block;
  }
  return markdown;
}

/** A list that Markdown sees right below a paragraph: its first item says something, its first number is 1. */
const INTERRUPTING = /^(?:[-+]|1[.)]) +\S/;

function serialize(block: Block, context: InlineContext, otherMarker: boolean): string {
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
    case 'code':
      return codeMarkdown(block.lang, block.text, context.place, context.nested);
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
  // Slidev sees a fence only where it begins its line, and would take the end of another for its beginning.
  if (blocks[0]?.type === 'code') return `${marker}\n${content}`;
  return content.replace(/^ */, `${marker} `).trimEnd();
}

function table({ header, align, rows }: BlockOf<'table'>, context: InlineContext): string {
  return tableMarkdown(
    header.map(({ inlines }) => inlineMarkdown(inlines, context)),
    align,
    rows.map((row) => row.map(({ inlines }) => inlineMarkdown(inlines, context))),
  );
}

/** @param header cells as Markdown, and so are those of `rows` */
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

/**
 * A fence; where a fence could not hold the text from Slidev's patterns, which search the source, a
 * `<pre>` with everything escaped. Only the language is given on: the rest of a fence's info is code.
 * @param nested whether it stands within another block: Slidev looks into fences that begin no line
 */
export function codeMarkdown(lang: string, text: string, place: Place, nested = false): string {
  // For Slidev's patterns a line ends there, too: what stands behind would be a line of its deck.
  const content = text.replaceAll(/[\u2028\u2029]/g, '\n').replace(/\n$/, '');
  // A line that looks like the end of the fence ends it for Slidev's patterns.
  const patterns = [
    UNSAFE_IN_SOURCE,
    ...(nested || /^```/m.test(content) ? [PRELOADED] : []),
    ...(place === 'note' ? [UNSAFE_IN_NOTE] : []),
  ];
  if (patterns.some((pattern) => pattern.test(content))) {
    return `<pre v-pre class="slidev-code"><code>${escapeHtml(content)}</code></pre>`;
  }
  const runs = content.match(/^[ \t]*`+/gm) ?? [];
  const longest = runs.reduce((most, run) => Math.max(most, run.trim().length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}${codeLanguage(lang)}\n${content}\n${fence}`;
}

/** Number signs at the end of a heading would close it, and go. */
function escapeHeadingEnd(markdown: string): string {
  return markdown.replace(/(^|\s)(#+)(?=\s*$)/, '$1\\$2');
}
