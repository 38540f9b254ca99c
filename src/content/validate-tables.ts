import { type Finding, finding } from '../findings/finding.ts';
import type { Block, BlockOf } from './block.ts';
import type { ParsedFile } from './parse.ts';

/** What a table stands in, before its row in the file: quotes, items of lists. */
const CONTAINERS = /^(?:\s|>|(?:[-*+]|\d{1,9}[.)])\s)*/;

/** Finds rows with more cells than their table has columns: Markdown drops the rest without a word. */
export function validateTables({ source, blocks, lines }: ParsedFile): readonly Finding[] {
  return tablesIn(blocks).flatMap(({ header, rows }) =>
    rows.flatMap(([first]): readonly Finding[] => {
      const line = first?.lines.first ?? 0;
      const cells = cellsOf(lines[line - 1] ?? '');
      const lost = cells.slice(header.length);
      const [next] = lost;
      if (!next) return [];
      const args = { cells: cells.length, columns: header.length, text: next.text };
      return [
        finding(
          source.path,
          { line, column: next.column, length: next.text.length || 1 },
          'extra-cells',
          args,
        ),
      ];
    }),
  );
}

function tablesIn(blocks: readonly Block[]): readonly BlockOf<'table'>[] {
  return blocks.flatMap((block): readonly BlockOf<'table'>[] => {
    if (block.type === 'table') return [block];
    if (block.type === 'list') return block.items.flatMap((item) => tablesIn(item.blocks));
    return 'blocks' in block ? tablesIn(block.blocks) : [];
  });
}

interface Cell {
  readonly text: string;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
}

/** Cells as Markdown parts them: by each bar that has no backslash before it; the outer bars are optional. */
function cellsOf(line: string): readonly Cell[] {
  const start = CONTAINERS.exec(line)?.[0].length ?? 0;
  const cells: Cell[] = [];
  let column = start;
  for (const part of line
    .slice(start)
    .trimEnd()
    .split(/(?<!\\)\|/)) {
    const text = part.trim();
    cells.push({ text, column: column + 1 + (text === '' ? 0 : part.indexOf(text)) });
    column += part.length + 1;
  }
  if (cells[0]?.text === '') cells.shift();
  if (cells.at(-1)?.text === '') cells.pop();
  return cells;
}
