import type { LineSpan, Spot } from '../../base/text.ts';
import { type Finding, finding } from '../../findings/finding.ts';
import type { ParsedFile } from '../parse/parse.ts';
import { setFormula } from '../summary/formula.ts';
import { type Block, type Inline, innerBlocks, type Prose } from '../summary/markup.ts';
import { findSpot } from '../summary/source-file.ts';

interface PlacedFormula {
  readonly tex: string;
  readonly isBlock: boolean;
  readonly lines: LineSpan;
}

/** Finds formulas that cannot be set, at the fault, and those wider than any slide. */
export function validateFormulas({ source, blocks, footnotes, lines }: ParsedFile): readonly Finding[] {
  const all = [...blocks.flatMap(ofBlock), ...footnotes.flatMap(({ note }) => ofProse(note))];
  return all.flatMap(({ tex, isBlock, lines: span }): readonly Finding[] => {
    const formula = setFormula(tex, isBlock);
    if ('problem' in formula) {
      const at = faultSpot(lines, span, tex, formula);
      return [finding(source.path, at, 'formula-malformed', { problem: formula.problem })];
    }
    const widest = isBlock
      ? formula.parts.reduce((sum, part) => sum + part, 0)
      : Math.max(0, ...formula.parts);
    const width = Math.round(widest * SMALLEST);
    if (width <= WIDEST) return [];
    const at = findSpot(lines, span, firstLine(tex));
    return [finding(source.path, at, 'formula-too-wide', { width, most: WIDEST })];
  });
}

/** The smallest text size on slides, and the width of their content, in pixels. */
const SMALLEST = 20;
const WIDEST = 852;

function ofBlock(block: Block): readonly PlacedFormula[] {
  switch (block.type) {
    case 'formula':
      return [{ tex: block.tex, isBlock: true, lines: block.lines }];
    case 'paragraph':
    case 'heading':
      return ofProse(block.prose);
    case 'table':
      return [block.header, ...block.rows].flat().flatMap(ofProse);
    case 'callout':
      return [...(block.title ? ofProse(block.title) : []), ...block.blocks.flatMap(ofBlock)];
    case 'definitions':
      return [...block.items.flatMap(({ term }) => ofProse(term)), ...innerBlocks(block).flatMap(ofBlock)];
    default:
      return innerBlocks(block).flatMap(ofBlock);
  }
}

function ofProse({ inlines, lines }: Prose): readonly PlacedFormula[] {
  const visit = (inline: Inline): readonly PlacedFormula[] => {
    if (inline.type === 'formula') return [{ tex: inline.tex, isBlock: false, lines }];
    return 'children' in inline ? inline.children.flatMap(visit) : [];
  };
  return inlines.flatMap(visit);
}

/** Position in the file of a part of a formula: quotes and lists put marks in front of its lines. */
function faultSpot(
  lines: readonly string[],
  span: LineSpan,
  tex: string,
  { start, length }: { readonly start: number; readonly length: number },
): Spot {
  const before = tex.slice(0, start).split('\n');
  const row = before.length - 1;
  const rows = tex.split('\n');
  const first = findSpot(lines, span, rows[0] === '' ? '$$' : (rows[0] ?? ''));
  const typed = lines[first.line - 1 + row] ?? '';
  const column = row === 0 ? first.column - 1 : Math.max(0, typed.indexOf(rows[row] ?? ''));
  const offset = (before.at(-1) ?? '').length;
  const room = (rows[row] ?? '').length - offset;
  return { line: first.line + row, column: column + offset + 1, length: Math.max(1, Math.min(length, room)) };
}

function firstLine(tex: string): string {
  return tex.split('\n').find((row) => row.trim() !== '') ?? tex;
}
