import type { Alignment, Block, BlockOf, ListItem, Prose } from '../content/summary/markup.ts';
import { codeMarkdown } from './code-markdown.ts';
import { escapeLineStart } from './escape.ts';
import { formulaMarkdown } from './formula.ts';
import { type InlineContext, inlineCode, inlineMarkdown } from './inline-markdown.ts';

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
        ? inlineCode(block.tex.trim().replaceAll(/\s*\n\s*/g, ' '), 'note', '')
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
  // Slidev recognizes a fence only at the start of a line, and takes a closing fence elsewhere for an opening one.
  if (blocks[0]?.type === 'code') return `${marker}\n${content}`;
  return content.replace(/^ */, `${marker} `).trimEnd();
}

/** Markdown inside HTML needs blank lines around it. */
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
