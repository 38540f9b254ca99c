import type { LineSpan } from '../../base/text.ts';
import { type Block, type Citation, type ListItem, type Prose, plainText } from './markup.ts';

/** A run of text with its citations, either its own or inherited. */
export interface Statement {
  readonly prose: Prose;
  readonly citations: readonly Citation[];
  /** Unit that the column header gives to bare numbers: `参数量 (亿)`. */
  readonly unit: string | null;
}

/** A text of a summary shown on a slide or in its notes. */
export interface ShownText {
  readonly text: string;
  /** Its lines in the summary. */
  readonly lines: LineSpan;
  /** Whether it is a code fence or a diagram. */
  readonly code: boolean;
}

/** All text of `blocks`, in order. */
export function blockStatements(
  blocks: readonly Block[],
  inherited: readonly Citation[],
): readonly Statement[] {
  return blocks.flatMap((block) => statementsOf(block, inherited));
}

/** Nested blocks of an item inherit the citations of its first paragraph. */
export function itemStatements(
  items: readonly ListItem[],
  inherited: readonly Citation[],
): readonly Statement[] {
  return items.flatMap(({ blocks }) => {
    const [head] = blocks;
    const citations = head?.type === 'paragraph' ? head.prose.citations : [];
    return blockStatements(blocks, citations.length > 0 ? citations : inherited);
  });
}

export function tableStatements(
  header: readonly Prose[],
  rows: readonly (readonly Prose[])[],
  inherited: readonly Citation[],
): readonly Statement[] {
  const units = header.map(unitOf);
  return [
    ...header.flatMap((prose) => ownStatements(prose, [])),
    ...rows.flatMap((row) => {
      const citations = rowCitations(row, inherited);
      return row.map((prose, column) => ({ prose, citations, unit: units[column] ?? null }));
    }),
  ];
}

/** The statement of a text that may have citations of its own. */
export function ownStatements(prose: Prose | null, inherited: readonly Citation[]): readonly Statement[] {
  if (!prose) return [];
  const citations = prose.citations.length > 0 ? prose.citations : inherited;
  return [{ prose, citations, unit: null }];
}

/** Citations of a row's cells: everything that any of them cites. */
export function rowCitations(row: readonly Prose[], inherited: readonly Citation[]): readonly Citation[] {
  const citations = row.flatMap((prose) => prose.citations);
  return citations.length > 0 ? citations : inherited;
}

/** The text in brackets at the end of a column header. */
export function unitOf(header: Prose): string | null {
  return /[(\uFF08]([^()\uFF08\uFF09]+)[)\uFF09]\s*$/.exec(plainText(header.inlines))?.[1]?.trim() ?? null;
}

/** All code fences in `blocks`, including nested ones. */
export function blocksCode(blocks: readonly Block[]): readonly ShownText[] {
  return blocks.flatMap((block) => {
    if (block.type === 'code') return [{ text: block.text, lines: block.lines, code: true }];
    if (block.type === 'list') return block.items.flatMap((item) => blocksCode(item.blocks));
    return 'blocks' in block ? blocksCode(block.blocks) : [];
  });
}

function statementsOf(block: Block, inherited: readonly Citation[]): readonly Statement[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return ownStatements(block.prose, inherited);
    case 'list':
      return itemStatements(block.items, inherited);
    case 'quote':
      return blockStatements(block.blocks, inherited);
    case 'table':
      return tableStatements(block.header, block.rows, inherited);
    case 'code':
    case 'rule':
    case 'note':
      return [];
  }
}
