import type { LineSpan } from '../../base/text.ts';
import {
  type Block,
  type Citation,
  type CodeMarks,
  type Inline,
  innerBlocks,
  type ListItem,
  type Prose,
  plainText,
} from './markup.ts';

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

/** Adds the footnotes in these statements, each once; footnotes without citations inherit the statement's. */
export function withFootnotes(statements: readonly Statement[]): readonly Statement[] {
  const seen = new Set<Prose>();
  const footnotes = (inlines: readonly Inline[], citations: readonly Citation[]): readonly Statement[] =>
    inlines.flatMap((inline) => {
      if ('children' in inline) return footnotes(inline.children, citations);
      if (inline.type !== 'footnote' || seen.has(inline.note)) return [];
      seen.add(inline.note);
      return ownStatements(inline.note, citations);
    });
  const found = statements.flatMap(({ prose, citations }) => footnotes(prose.inlines, citations));
  return found.length === 0 ? statements : [...statements, ...found];
}

/** Citations of a row: those of all its cells. */
export function rowCitations(row: readonly Prose[], inherited: readonly Citation[]): readonly Citation[] {
  const citations = row.flatMap((prose) => prose.citations);
  return citations.length > 0 ? citations : inherited;
}

/** The text in brackets at the end of a column header. */
export function unitOf(header: Prose): string | null {
  return /[(\uFF08]([^()\uFF08\uFF09]+)[)\uFF09]\s*$/.exec(plainText(header.inlines))?.[1]?.trim() ?? null;
}

/** A fence's code, and the name above it. */
export function codeTexts(text: string, marks: CodeMarks | undefined, lines: LineSpan): readonly ShownText[] {
  const code = { text, lines, code: true };
  return marks?.name ? [{ ...code, text: marks.name }, code] : [code];
}

/** The code fences among `blocks`, nested ones too. */
export function blocksCode(blocks: readonly Block[]): readonly ShownText[] {
  return blocks.flatMap((block) => {
    if (block.type === 'code') return codeTexts(block.text, block.marks, block.lines);
    return blocksCode(innerBlocks(block));
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
    case 'callout':
      return [...ownStatements(block.title, inherited), ...blockStatements(block.blocks, inherited)];
    case 'definitions':
      return block.items.flatMap(({ term, meanings }) => {
        const citations = term.citations.length > 0 ? term.citations : inherited;
        return [...ownStatements(term, inherited), ...blockStatements(meanings.flat(), citations)];
      });
    case 'table':
      return tableStatements(block.header, block.rows, inherited);
    case 'code':
    case 'formula':
    case 'rule':
    case 'note':
      return [];
  }
}
