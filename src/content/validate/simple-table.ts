import type { Edit } from '../../findings/finding.ts';

/**
 * Rewrites a pandoc simple table with `|`. Nothing changes unless every line can be divided unambiguously.
 * @param rule 1-based line of the hyphens; the header is above it, the rows below, up to an empty line
 */
export function simpleTableEdits(lines: readonly string[], rule: number): readonly Edit[] {
  const hyphens = lines[rule - 1] ?? '';
  const starts = [...hyphens.matchAll(/-+/g)].map(({ index }) => index);
  const isEmpty = (line: number) => (lines[line - 1] ?? '').trim() === '';
  // A line of text above the header would not be part of the table.
  if (isEmpty(rule - 1) || !isEmpty(rule - 2)) return [];
  let last = rule;
  while (!isEmpty(last + 1) && !/^ {0,3}-{2,}[ -]*$/.test(lines[last] ?? '')) last += 1;
  const isClosed = !isEmpty(last + 1);
  const numbers = Array.from({ length: last - rule + 2 }, (_, index) => rule - 1 + index);
  const rows = numbers.map((line) =>
    line === rule ? starts.map(() => '---') : cellsOf(lines[line - 1] ?? '', starts),
  );
  if (last === rule || rows.some((cells) => cells === null)) return [];
  const edit = (line: number, text: string): Edit => ({
    at: { line, column: 1, length: (lines[line - 1] ?? '').length },
    text,
  });
  const closing = isClosed ? [edit(last + 1, '')] : [];
  return [...rows.map((cells, index) => edit(numbers[index] ?? 0, `| ${cells?.join(' | ')} |`)), ...closing];
}

/** Cells by the columns' hyphens, else separated by two or more spaces; null if neither gives every cell. */
function cellsOf(line: string, starts: readonly number[]): readonly string[] | null {
  const isApart = starts.slice(1).every((start) => start > line.length || line[start - 1] === ' ');
  const placed = starts.map((start, index) => line.slice(index === 0 ? 0 : start, starts[index + 1]).trim());
  const parted = line.trim().split(/ {2,}/);
  // Characters two columns wide shift text to the left of its hyphens.
  const cells = parted.length === starts.length ? parted : isApart ? placed : null;
  return cells?.map((cell) => cell.replaceAll('|', '\\|')) ?? null;
}
