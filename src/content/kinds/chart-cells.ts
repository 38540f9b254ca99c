import { type Finding, finding } from '../../findings/finding.ts';
import type { ParsedFile } from '../parse/parse.ts';
import { type Prose, plainText } from '../summary/markup.ts';
import { findSpot } from '../summary/source-file.ts';
import { type NoAmount, readAmounts } from './read-amounts.ts';

/** A number of a chart. */
export interface Cell {
  readonly value: Prose;
  /** Null if the cell is not a number. */
  readonly amount: number | null;
  /** Why it is not a number. */
  readonly problem: NoAmount | null;
}

/** The numbers of a column, read as a whole. @param lang BCP 47 */
export function readColumn(values: readonly Prose[], lang: string): readonly Cell[] {
  const amounts = readAmounts(
    values.map(({ inlines }) => plainText(inlines)),
    lang,
  );
  return values.map((value, index) => {
    const read = amounts[index] ?? { problem: 'text' };
    return 'amount' in read
      ? { value, amount: read.amount, problem: null }
      : { value, amount: null, problem: read.problem };
  });
}

/** Reports numbers that have no place in a chart. */
export function amountFindings(
  cells: readonly Cell[],
  scale: 'linear' | 'log',
  { source, lines }: ParsedFile,
): readonly Finding[] {
  return cells.flatMap(({ value, amount, problem }): readonly Finding[] => {
    const text = plainText(value.inlines);
    const at = () => findSpot(lines, value.lines, text);
    if (problem === 'ambiguous') return [finding(source.path, at(), 'ambiguous-number', { text })];
    if (problem !== null) return [finding(source.path, at(), 'not-a-number', { text, problem })];
    return amount !== null && amount <= 0 && scale === 'log'
      ? [finding(source.path, at(), 'log-of-zero', { text })]
      : [];
  });
}
