import { addAll } from '../../base/memory.ts';
import type { LineSpan } from '../../base/text.ts';
import { type Edit, type Finding, finding } from '../../findings/finding.ts';
import type { MeantMarkup } from '../../findings/messages/markup-messages.ts';
import { SECTION_KINDS } from '../kinds/shapes.ts';
import { standsIn } from '../parse/body.ts';
import type { ParsedFile } from '../parse/parse.ts';
import type { Block, BlockOf, Inline, Prose } from '../summary/markup.ts';
import { findSpot } from '../summary/source-file.ts';
import { CONTAINERS } from './typed-text.ts';

interface Pattern {
  readonly meant: MeantMarkup;
  readonly pattern: RegExp;
}

/** Line starts of a paragraph that look like markup. A preceding backslash makes them text. */
const LINE_STARTS: readonly Pattern[] = [
  { meant: 'heading', pattern: /^(?:#{2,6}[^#\s]|\uFF03{1,6}).*/ },
  { meant: 'code fence', pattern: /^[\u00B7\u2018\uFF40]{3}[\w+-]*$/ },
  // Not `-5`, `--` or `->`; the others are bullets of word processors and Chinese keyboards.
  { meant: 'list', pattern: /^(?:-[^\s\d\->]|[\u2022\u00B7\u30FB\u25CF\u25CB\u25A0\u25C6\uFF0D]).*/ },
  { meant: 'numbered list', pattern: /^\d{1,2}(?:[\u3001\uFF0E](?!\d)|[.)](?=\p{Script=Han}|\*\*)).*/u },
  { meant: 'quote', pattern: /^\uFF1E.*/ },
  { meant: 'table', pattern: /^[|\uFF5C].*[|\uFF5C]\s*$/ },
];

/** Within text shown literally. Lengths are bounded to keep every search fast. */
const IN_TEXT: readonly Pattern[] = [
  { meant: 'comment', pattern: /(?:<[!\uFF01]|\uFF1C[!\uFF01])(?:--|[\u2014\u2013]).*/ },
  {
    meant: 'image',
    pattern: /!\[\[.{0,200}?\]\]|[!\uFF01]\[[^\]]{0,200}\][(\uFF08][^)\uFF09]{0,200}[)\uFF09]/,
  },
  { meant: 'bold text', pattern: /\*\*[^*]+\*\*|\uFF0A\uFF0A[^\uFF0A]+\uFF0A\uFF0A/ },
];

const KIND = new RegExp(
  String.raw`[{\uFF5B]\s*(?:[.\u3002\uFF0E#]\s*[\w-]+|${SECTION_KINDS.join('|')})\s*[}\uFF5D]`,
  'i',
);

/** Finds text that was probably meant as Markdown but would be shown as typed. */
export function validateMarkup({ source, blocks, lines }: ParsedFile): readonly Finding[] {
  const report = (span: LineSpan, text: string, meant: MeantMarkup, edits: readonly Edit[] = []): Finding =>
    finding(source.path, findSpot(lines, span, text), 'markup-malformed', { text, meant }, edits);

  return allProse(blocks).flatMap(({ prose, type }) => {
    const found: Finding[] = [];
    if (type === 'paragraph') addAll(found, lineStarts(prose.lines, lines, report));
    for (const text of texts(prose.inlines)) {
      for (const { meant, pattern } of IN_TEXT) {
        const [match] = pattern.exec(text) ?? [];
        // With backslashes the source differs, and text was intended.
        if (match !== undefined && standsIn(lines, prose.lines, match)) {
          found.push(report(prose.lines, match, meant));
        }
      }
      const [kind] = (type === 'heading' && KIND.exec(text)) || [];
      if (kind !== undefined && standsIn(lines, prose.lines, kind))
        found.push(report(prose.lines, kind, 'kind'));
    }
    return found;
  });
}

interface PlacedProse {
  readonly prose: Prose;
  readonly type: 'paragraph' | 'heading' | 'cell';
}

/** Finds rows with more cells than their table has columns; Markdown silently drops the extra ones. */
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

function lineStarts(
  span: LineSpan,
  lines: readonly string[],
  report: (span: LineSpan, text: string, meant: MeantMarkup, edits?: readonly Edit[]) => Finding,
): readonly Finding[] {
  const found: Finding[] = [];
  for (let line = span.first; line <= span.last; line += 1) {
    const text = (lines[line - 1] ?? '').replace(/^(?:\s|>|(?:[-*+]|\d+[.)])\s)+/, '').trimEnd();
    for (const { meant, pattern } of LINE_STARTS) {
      const [match] = pattern.exec(text) ?? [];
      if (match === undefined) continue;
      found.push(
        report({ first: line, last: line }, match, meant, line === span.first ? listEdits(span, lines) : []),
      );
      // The following lines are affected by the same mistake.
      return found;
    }
  }
  const counted = OTHER_NUMBERS.find((pattern) => countOf(span, lines, pattern) > 1);
  const first = lines[span.first - 1] ?? '';
  const text = first.slice(CONTAINERS.exec(first)?.[0].length).trimEnd();
  if (counted?.test(text)) found.push(report(span, text, 'numbered list', listEdits(span, lines)));
  return found;
}

/** Other numbering styles. A single one may be prose, such as "(1) holds if (2) does". */
const OTHER_NUMBERS: readonly RegExp[] = [
  /^[(\uFF08]\d{1,2}[)\uFF09]\s*(?=\S)/,
  /^[\u2460-\u2473]\s*(?=\S)/,
  /^[a-h][.)]\s+(?=\S)/,
];

/** A bullet or number at the start of a line that Markdown does not know. */
const BULLET = /^(?:[\u2022\u00B7\u30FB\u25CF\u25CB\u25A0\u25C6\uFF0D]\s*|-(?=[^\s\d\->]))/;
const NUMBERS: readonly RegExp[] = [/^\d{1,2}[.)\u3001\uFF0E]\s*/, ...OTHER_NUMBERS];

function countOf({ first, last }: LineSpan, lines: readonly string[], pattern: RegExp): number {
  return lines
    .slice(first - 1, last)
    .filter((line) => pattern.test(line.slice(CONTAINERS.exec(line)?.[0].length))).length;
}

/** Replaces the list signs of a paragraph with Markdown's, if its first line has one. */
function listEdits({ first, last }: LineSpan, lines: readonly string[]): readonly Edit[] {
  const edits: Edit[] = [];
  for (let line = first; line <= last; line += 1) {
    const typed = lines[line - 1] ?? '';
    const start = CONTAINERS.exec(typed)?.[0].length ?? 0;
    const text = typed.slice(start);
    const bullet = BULLET.exec(text)?.[0];
    const sign =
      bullet ?? NUMBERS.map((pattern) => pattern.exec(text)?.[0]).find((each) => each !== undefined);
    if (sign === undefined) {
      if (line === first) return [];
      continue;
    }
    const right = bullet === undefined ? `${edits.length + 1}. ` : '- ';
    edits.push({ at: { line, column: start + 1, length: sign.length }, text: right });
  }
  return edits;
}

function allProse(blocks: readonly Block[]): readonly PlacedProse[] {
  return blocks.flatMap(proseOf);
}

function proseOf(block: Block): readonly PlacedProse[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [{ prose: block.prose, type: block.type }];
    case 'list':
      return block.items.flatMap((item) => allProse(item.blocks));
    case 'quote':
      return allProse(block.blocks);
    case 'table':
      return [block.header, ...block.rows].flat().map((prose) => ({ prose, type: 'cell' }));
    case 'code':
    case 'rule':
    case 'note':
      return [];
  }
}

function texts(inlines: readonly Inline[]): readonly string[] {
  return inlines.flatMap((inline) => {
    if (inline.type === 'text') return [inline.text];
    return 'children' in inline ? texts(inline.children) : [];
  });
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

/** Cells as Markdown splits them: at each unescaped bar; outer bars are optional. */
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
