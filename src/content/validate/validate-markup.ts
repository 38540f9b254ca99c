import { addAll } from '../../base/memory.ts';
import type { LineSpan } from '../../base/text.ts';
import { type Edit, type Finding, finding } from '../../findings/finding.ts';
import type { MeantMarkup } from '../../findings/messages/markup-messages.ts';
import { SECTION_KINDS, SHORT_MARKERS } from '../kinds/shapes.ts';
import { standsIn } from '../parse/attributes.ts';
import { rangesOf } from '../parse/fence-info.ts';
import type { ParsedFile } from '../parse/parse.ts';
import { type Block, type BlockOf, type Inline, innerBlocks, type Prose } from '../summary/markup.ts';
import { findSpot } from '../summary/source-file.ts';
import { CONTAINERS, hideCode } from './typed-text.ts';

interface Pattern {
  readonly meant: MeantMarkup;
  readonly pattern: RegExp;
}

type Report = (span: LineSpan, text: string, meant: MeantMarkup, edits?: readonly Edit[]) => Finding;

/** Line starts that are not text. A backslash in front makes them text. */
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
  String.raw`[{\uFF5B]\s*(?:[.\u3002\uFF0E#]\s*[\w-]+|${[...SECTION_KINDS, ...Object.keys(SHORT_MARKERS)].join('|')})\s*[}\uFF5D]`,
  'i',
);

/** Finds text that was probably meant as Markdown, but would be shown as typed. */
export function validateMarkup({ source, blocks, footnotes, lines }: ParsedFile): readonly Finding[] {
  const report: Report = (span, text, meant, edits = []) =>
    finding(source.path, findSpot(lines, span, text), 'markup-malformed', { text, meant }, edits);

  const looked = new Set<number>();
  const notes = footnotes.map(({ note }) => ({ prose: note, type: 'cell' as const }));
  return [...allProse(blocks), ...notes].flatMap(({ prose, type }) => {
    const found: Finding[] = [];
    if (type === 'paragraph') addAll(found, lineStarts(prose.lines, lines, report));
    // The cells of a row are on one line.
    if (!looked.has(prose.lines.first)) addAll(found, brokenLinks(prose.lines, lines, report));
    looked.add(prose.lines.first);
    const nested = boldInBold(prose.inlines, false);
    if (nested !== null && standsIn(lines, prose.lines, `**${nested}`)) {
      const text = `**${nested}`;
      found.push(report(prose.lines, text, 'bold text', boldEdits(prose, lines, text)));
    }
    for (const text of texts(prose.inlines)) {
      for (const { meant, pattern } of IN_TEXT) {
        const [match] = pattern.exec(text) ?? [];
        // With backslashes the source differs, and text was intended.
        if (match !== undefined && standsIn(lines, prose.lines, match)) {
          found.push(
            report(prose.lines, match, meant, meant === 'bold text' ? boldEdits(prose, lines, match) : []),
          );
        }
      }
      const [kind] = (type === 'heading' && KIND.exec(text)) || [];
      if (kind !== undefined && standsIn(lines, prose.lines, kind))
        found.push(report(prose.lines, kind, 'kind'));
    }
    return found;
  });
}

/**
 * The start of bold text within bold text: asterisks meant to close the outer one opened another, like the second pair
 * in `**Note:**text and **more**`.
 */
function boldInBold(inlines: readonly Inline[], isBold: boolean): string | null {
  for (const each of inlines) {
    if (!('children' in each)) continue;
    const isStrong = each.type === 'strong';
    const [first] = each.children;
    if (isStrong && isBold && first?.type === 'text') return first.text;
    const inner = boldInBold(each.children, isBold || isStrong);
    if (inner !== null) return inner;
  }
  return null;
}

/** Adds a space after closing asterisks that a letter follows: `**Note:**text`. */
function boldEdits({ lines: span }: Prose, lines: readonly string[], text: string): readonly Edit[] {
  const { line, column } = findSpot(lines, span, text);
  const typed = lines[line - 1] ?? '';
  const end = column - 1 + (text.endsWith('**') ? text.length : 2);
  // Bold text ends in punctuation and a word follows: Markdown takes the asterisks as opening ones.
  const isEnd = /\p{P}\*\*$/u.test(typed.slice(0, end)) && /^[\p{L}\p{N}]/u.test(typed.slice(end));
  return isEnd ? [{ at: { line, column: end + 1, length: 0 }, text: ' ' }] : [];
}

/** An address with a space, or a link with full-width brackets: Markdown recognizes neither. */
const BROKEN_LINK =
  /(?<![!\\\]])\[[^[\]\n]{1,200}\](?:\((?:https?:\/\/|mailto:|www\.|\.{0,2}\/)[^()<>\s]{0,200}[^\S\n]+(?!["'(])[^()"<>\n]{1,200}\)|\uFF08(?:https?:\/\/|#)[^()\uFF08\uFF09\s]{1,200}[)\uFF09])/g;

function brokenLinks(
  { first, last }: LineSpan,
  lines: readonly string[],
  report: Report,
): readonly Finding[] {
  const found: Finding[] = [];
  for (let line = first; line <= last; line += 1) {
    const typed = lines[line - 1] ?? '';
    for (const { 0: hidden, index } of hideCode(typed).matchAll(BROKEN_LINK)) {
      const text = typed.slice(index, index + hidden.length);
      const open = text.search(/\](?=[(\uFF08])/) + 1;
      const href = text
        .slice(open + 1, -1)
        .trim()
        .replaceAll(/\s/g, '%20');
      const at = { line, column: index + open + 1, length: text.length - open };
      found.push(report({ first: line, last: line }, text, 'link', [{ at, text: `(${href})` }]));
    }
  }
  return found;
}

/** Finds highlighted lines of code that do not exist. */
export function validateCode({ source, blocks, lines }: ParsedFile): readonly Finding[] {
  return blocks.flatMap(codeIn).flatMap(({ text, marks, lines: span }): readonly Finding[] => {
    const count = text.replace(/\n$/, '').split('\n').length;
    const [first, last] = [marks?.first ?? 1, (marks?.first ?? 1) + count - 1];
    const ranges = marks?.steps.flatMap(rangesOf) ?? [];
    const outside = ranges.find(([from, to]) => from < first || to > last || from > to);
    if (!outside) return [];
    const [from, to] = outside;
    const shown = from === to ? String(from) : `${from}-${to}`;
    const at = findSpot(lines, { first: span.first, last: span.first }, shown);
    return [finding(source.path, at, 'highlight-outside', { range: shown, first, last })];
  });
}

function codeIn(block: Block): readonly BlockOf<'code'>[] {
  return block.type === 'code' ? [block] : innerBlocks(block).flatMap(codeIn);
}

/** Finds footnotes that no mark refers to, or that no slide could show. */
export function validateFootnotes({ source, footnotes, lines }: ParsedFile): readonly Finding[] {
  const labels = footnotes.map(({ label }) => label);
  return footnotes.flatMap(({ label, note, isUsed, isText }, index): readonly Finding[] => {
    if (isUsed && isText) return [];
    const isSecond = labels.indexOf(label) < index;
    const ofText = note.inlines.length === 0 ? 'empty' : 'blocks';
    const reason = isText ? (isSecond ? 'twice' : 'unmarked') : ofText;
    const at = findSpot(lines, note.lines, `[^${label}]:`);
    return [finding(source.path, at, 'footnote-unshown', { label, reason })];
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

function lineStarts(span: LineSpan, lines: readonly string[], report: Report): readonly Finding[] {
  const found: Finding[] = [];
  const odd = oddBlanks(span, lines);
  if (odd) return [report({ first: odd.line, last: odd.line }, odd.text, odd.meant, odd.edits)];
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
  const first = lines[span.first - 1] ?? '';
  const text = first.slice(CONTAINERS.exec(first)?.[0].length).trimEnd();
  // Deliberate line breaks mean lines, not a list.
  const isBroken = /(?: {2}|\\)$/.test(first);
  const isList = (pattern: RegExp) => pattern.test(text) && countOf(span, lines, pattern) > 1;
  if (OTHER_NUMBERS.some(isList)) found.push(report(span, text, 'numbered list', listEdits(span, lines)));
  else if (!isBroken && OTHER_BULLETS.some(isList)) {
    found.push(report(span, text, 'list', listEdits(span, lines)));
  }
  return found;
}

/** A sign at the start of a line, with the spaces around it. */
const SIGN = /^((?:\s|>)*)([-*+]|\d{1,9}[.)]|#{1,6})(\s+)\S/;
/** Blanks that Markdown does not recognize: Option-Space on a Mac types one, and web pages are full of them. */
const ODD_BLANK = /[^\S \t]/g;

interface OddBlanks {
  readonly line: number;
  readonly text: string;
  readonly meant: MeantMarkup;
  readonly edits: readonly Edit[];
}

/** List and heading signs that are text because of a no-break space beside them. */
function oddBlanks({ first, last }: LineSpan, lines: readonly string[]): OddBlanks | null {
  let found: OddBlanks | null = null;
  for (let line = first; line <= last; line += 1) {
    const typed = lines[line - 1] ?? '';
    const [, lead = '', sign = '', gap = ''] = SIGN.exec(typed) ?? [];
    const edits = [...(lead + sign + gap).matchAll(ODD_BLANK)].map(({ index }) => ({
      at: { line, column: index + 1, length: 1 },
      text: ' ',
    }));
    if (edits.length === 0) continue;
    const meant = sign.startsWith('#') ? 'heading' : /^\d/.test(sign) ? 'numbered list' : 'list';
    found ??= { line, text: typed.trim(), meant, edits: [] };
    found = { ...found, edits: [...found.edits, ...edits] };
  }
  return found;
}

/** A checkbox stays after the bullet: task lists have them, too. */
const CHECKBOX = /^(?:\[[ xX]\]|[\u2610-\u2612\u2713-\u2718\u2705\u274C]\uFE0F?)\s+(?=\S)/u;

/** Numbers in other styles. One alone may be prose, such as "(1) holds if (2) does". */
const OTHER_NUMBERS: readonly RegExp[] = [
  /^[(\uFF08]\d{1,2}[)\uFF09]\s*(?=\S)/,
  /^[\u2460-\u2473]\s*(?=\S)/,
  /^[a-h][.)]\s+(?=\S)/,
  /^(?:i{1,3}|iv|vi{0,3}|ix|x)[.)]\s+(?=\S)/,
  /^\d{1,2}\.(?=\p{L})/u,
  /^[\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341]{1,3}[\u3001\uFF0E]\s*(?=\S)/,
  // pandoc's
  /^(?:\(@[\w-]{0,40}\)|#\.)\s+(?=\S)/,
];

/** Bullets in other styles: dashes, Word's hollow one, boxes. One alone may be prose, such as "— Ada". */
const OTHER_BULLETS: readonly RegExp[] = [
  /^[\u2013\u2014]\s+(?=\S)/,
  /^o(?:\t| {2,})\s*(?=\S)/,
  /^\*(?=[^\s*][^*]*$)/,
  CHECKBOX,
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
    const isBox = CHECKBOX.test(text);
    const bullet = isBox ? '' : [BULLET, ...OTHER_BULLETS].map((each) => each.exec(text)?.[0]).find(isFound);
    const sign = bullet ?? NUMBERS.map((pattern) => pattern.exec(text)?.[0]).find(isFound);
    if (sign === undefined) {
      if (line === first) return [];
      continue;
    }
    const right = bullet === undefined ? `${edits.length + 1}. ` : '- ';
    edits.push({ at: { line, column: start + 1, length: sign.length }, text: right });
  }
  return edits;
}

function isFound(sign: string | undefined): boolean {
  return sign !== undefined;
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
    case 'quote':
      return allProse(innerBlocks(block));
    case 'callout':
      return [
        ...(block.title ? [{ prose: block.title, type: 'cell' as const }] : []),
        ...allProse(block.blocks),
      ];
    case 'definitions':
      return [
        ...block.items.map(({ term }) => ({ prose: term, type: 'cell' as const })),
        ...allProse(innerBlocks(block)),
      ];
    case 'table':
      return [block.header, ...block.rows].flat().map((prose) => ({ prose, type: 'cell' }));
    case 'code':
    case 'formula':
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
    return block.type === 'table' ? [block] : tablesIn(innerBlocks(block));
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
