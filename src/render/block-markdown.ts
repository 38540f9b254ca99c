import type { Alignment, Block, BlockOf, ListItem, Prose } from '../content/block.ts';
import { escapeHtml } from './escape/escape-html.ts';
import { escapeLineStart } from './escape/escape-line-start.ts';
import type { Place } from './escape/escape-text.ts';
import { UNSAFE_IN_NOTE, UNSAFE_IN_SOURCE } from './escape/unsafe-in-code.ts';
import { type InlineContext, inlineMarkdown } from './inline-markdown.ts';

/** Markdown for `blocks`, without a line end at its end. */
export function blockMarkdown(blocks: readonly Block[], context: InlineContext): string {
  const parts: string[] = [];
  blocks.forEach((block, index) => {
    const markdown = serialize(block, context);
    if (markdown === '') return;
    // Two lists that follow each other would run together.
    if (block.type === 'list' && blocks[index - 1]?.type === 'list') parts.push('<!-- -->');
    parts.push(markdown);
  });
  return parts.join('\n\n');
}

function serialize(block: Block, context: InlineContext): string {
  switch (block.type) {
    case 'paragraph':
      return line(block.prose, context);
    case 'heading':
      return `${'#'.repeat(Math.max(block.level, 3))} ${inlineMarkdown(block.prose.inlines, context)}`;
    case 'list':
      return list(block, context);
    case 'table':
      return table(block, context);
    case 'quote':
      return prefix(blockMarkdown(block.blocks, context), '> ');
    case 'code':
      return codeMarkdown(block.lang, block.text, context.place);
    case 'rule':
      return '* * *';
    case 'note':
      return '';
  }
}

function line(prose: Prose, context: InlineContext): string {
  return escapeLineStart(inlineMarkdown(prose.inlines, context));
}

function list(block: BlockOf<'list'>, context: InlineContext): string {
  return block.items
    .map((item, index) => listItem(item, block.ordered ? `${block.start + index}.` : '-', context))
    .join('\n');
}

function listItem(item: ListItem, marker: string, context: InlineContext): string {
  const content = blockMarkdown(item.blocks, context);
  const tight = item.blocks.every(({ type }, index) => type === (index === 0 ? 'paragraph' : 'list'));
  const text = tight ? content.replaceAll('\n\n', '\n') : content;
  return prefix(text, ' '.repeat(marker.length + 1))
    .replace(/^ */, `${marker} `)
    .trimEnd();
}

function table({ header, align, rows }: BlockOf<'table'>, context: InlineContext): string {
  return tableMarkdown(
    header.map(({ inlines }) => inlineMarkdown(inlines, context)),
    align,
    rows.map((row) => row.map(({ inlines }) => inlineMarkdown(inlines, context))),
  );
}

/** @param header cells as Markdown, and so are those of `rows` */
export function tableMarkdown(
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
 */
export function codeMarkdown(lang: string, text: string, place: Place): string {
  const content = text.replace(/\n$/, '');
  if (UNSAFE_IN_SOURCE.test(content) || (place === 'note' && UNSAFE_IN_NOTE.test(content))) {
    return `<pre v-pre class="slidev-code"><code>${escapeHtml(content)}</code></pre>`;
  }
  const longest = Math.max(2, ...(content.match(/^[ \t]*`+/gm) ?? []).map((run) => run.trim().length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${isKnown(lang) ? lang : ''}\n${content}\n${fence}`;
}

/** A diagram server would be asked over the network; there is no such language for a fence here. */
function isKnown(lang: string): boolean {
  return /^[a-z][\w+#-]*$/i.test(lang) && !/^plantuml$/i.test(lang);
}
