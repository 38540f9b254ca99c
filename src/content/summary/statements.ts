import { addAll } from '../../add-all.ts';
import type { Statement } from '../statement.ts';
import { unitOf } from '../unit.ts';
import type { Block, Citation, ListItem, Prose } from './markup.ts';
import type { ShapedSection } from './shape.ts';

/** All text of a section. What has no citation of its own rests on that of its list item, row or heading. */
export function sectionStatements(title: Prose, { lead, aside, shape }: ShapedSection): readonly Statement[] {
  const inherited = title.citations;
  const statements = [title, lead, aside].flatMap((prose) => own(prose, inherited));
  switch (shape.kind) {
    case 'points':
    case 'steps':
      addAll(statements, itemStatements(shape.items, inherited));
      break;
    case 'text':
      addAll(statements, blockStatements(shape.blocks, inherited));
      break;
    case 'quote':
      addAll(statements, blockStatements(shape.blocks, inherited));
      addAll(statements, own(shape.attribution, inherited));
      break;
    case 'table':
      addAll(statements, tableStatements(shape.header, shape.rows, inherited));
      break;
    case 'bars':
      addAll(statements, own(shape.measure, []));
      for (const { label, value } of shape.bars) {
        const citations = rowCitations([label, value], inherited);
        statements.push({ prose: label, citations, unit: null });
        statements.push({ prose: value, citations, unit: shape.unit });
      }
      break;
    case 'timeline':
      addAll(
        statements,
        shape.moments.flatMap(({ prose }) => own(prose, inherited)),
      );
      break;
    case 'stats':
      addAll(
        statements,
        shape.stats.flatMap(({ prose }) => own(prose, inherited)),
      );
      break;
    case 'figure':
    case 'code':
    case 'diagram':
      break;
  }
  return statements;
}

/** The citations among statements, each once, in order of the transcript. */
export function citationsOf(statements: readonly Statement[]): readonly Citation[] {
  const unique = new Map<string, Citation>();
  for (const { citations } of statements) {
    for (const citation of citations) unique.set(`${citation.first}-${citation.last}`, citation);
  }
  return [...unique.values()].sort((a, b) => a.first - b.first || a.last - b.last);
}

/** All text of `blocks`, in order. */
export function blockStatements(
  blocks: readonly Block[],
  inherited: readonly Citation[],
): readonly Statement[] {
  return blocks.flatMap((block) => statementsOf(block, inherited));
}

function statementsOf(block: Block, inherited: readonly Citation[]): readonly Statement[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return own(block.prose, inherited);
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

/** The nested blocks of an item rest on the citations of its first paragraph. */
function itemStatements(items: readonly ListItem[], inherited: readonly Citation[]): readonly Statement[] {
  return items.flatMap(({ blocks }) => {
    const [head] = blocks;
    const citations = head?.type === 'paragraph' ? head.prose.citations : [];
    return blockStatements(blocks, citations.length > 0 ? citations : inherited);
  });
}

function tableStatements(
  header: readonly Prose[],
  rows: readonly (readonly Prose[])[],
  inherited: readonly Citation[],
): readonly Statement[] {
  const units = header.map(unitOf);
  return [
    ...header.flatMap((prose) => own(prose, [])),
    ...rows.flatMap((row) => {
      const citations = rowCitations(row, inherited);
      return row.map((prose, column) => ({ prose, citations, unit: units[column] ?? null }));
    }),
  ];
}

function rowCitations(row: readonly Prose[], inherited: readonly Citation[]): readonly Citation[] {
  const citations = row.flatMap((prose) => prose.citations);
  return citations.length > 0 ? citations : inherited;
}

function own(prose: Prose | null, inherited: readonly Citation[]): readonly Statement[] {
  if (!prose) return [];
  const citations = prose.citations.length > 0 ? prose.citations : inherited;
  return [{ prose, citations, unit: null }];
}
