import type { LineSpan, Spot } from '../../base/text.ts';
import { type Edit, type Finding, type FindingArgs, finding } from '../../findings/finding.ts';
import { FOREIGN, type ForeignName } from '../../findings/messages/foreign-messages.ts';
import type { ParsedFile } from '../parse/parse.ts';
import {
  type Block,
  type BlockOf,
  type Inline,
  innerBlocks,
  type Prose,
  plainText,
} from '../summary/markup.ts';
import { findSpot } from '../summary/source-file.ts';
import { htmlEdits } from './html-edits.ts';
import { simpleTableEdits } from './simple-table.ts';
import { CONTAINERS, hideCode } from './typed-text.ts';

type Where = (typeof FOREIGN)[ForeignName]['where'];

const ROWS = (Object.keys(FOREIGN) as ForeignName[]).map((name) => ({ name, ...FOREIGN[name] }));

function rowsFor(where: Where) {
  return ROWS.filter((row) => row.where === where);
}

const [RULE, LINE, TEXT, TYPED, HEADING, COMMENT, FENCE, PICTURE, ATTRIBUTES] = (
  ['rule', 'line', 'text', 'typed', 'heading', 'comment', 'fence', 'picture', 'attributes'] as const
).map(rowsFor) as readonly (readonly (typeof ROWS)[number][])[];

/**
 * Finds markup of other tools, using the table of foreign markup. Each kind is reported once per paragraph, with edits
 * that replace it by Markdown if the meaning is clear.
 */
export function validateForeign(file: ParsedFile): readonly Finding[] {
  return [
    ...file.blocks.flatMap((block, index) => ofBlock(file, block, file.blocks[index + 1] ?? null)),
    ...file.footnotes.flatMap(({ note }) => ofProse(file, note)),
  ];
}

/** @param next the following block at the top level; undefined elsewhere */
function ofBlock(file: ParsedFile, block: Block, next?: Block | null): readonly Finding[] {
  switch (block.type) {
    case 'paragraph':
      return [...ofLines(file, block, next), ...ofProse(file, block.prose)];
    case 'heading':
      return [...ofHeading(file, block), ...ofProse(file, block.prose)];
    case 'list':
    case 'quote':
      return innerBlocks(block).flatMap((each) => ofBlock(file, each));
    case 'callout':
      return [
        ...(block.title ? ofProse(file, block.title) : []),
        ...block.blocks.flatMap((each) => ofBlock(file, each)),
      ];
    case 'definitions':
      return [
        ...block.items.flatMap(({ term }) => ofProse(file, term)),
        // The colon before a definition is not foreign.
        ...innerBlocks(block)
          .flatMap((each) => ofBlock(file, each))
          .filter(({ args }) => !('name' in args && args.name === 'definition')),
      ];
    case 'table':
      return [block.header, ...block.rows].flat().flatMap((prose) => ofProse(file, prose));
    case 'code':
      return ofFence(file, block);
    case 'note':
      return ofComment(file, block.lines);
    case 'rule':
      return ofRule(file, block.lines.first);
    case 'formula':
      return [];
  }
}

/** Checks the starts of a paragraph's lines; reports each kind once. */
function ofLines(
  file: ParsedFile,
  { lines: { first, last } }: BlockOf<'paragraph'>,
  next?: Block | null,
): readonly Finding[] {
  const found: Finding[] = [];
  const named = new Set<ForeignName>();
  for (let line = first; line <= last; line += 1) {
    const typed = file.lines[line - 1] ?? '';
    const start = CONTAINERS.exec(typed)?.[0].length ?? 0;
    const text = typed.slice(start).trimEnd();
    const row = LINE?.find(({ name, pattern }) => !named.has(name) && pattern.test(text));
    if (!row) continue;
    named.add(row.name);
    const at = { line, column: start + 1, length: text.length };
    const edits = row.name === 'fencedDiv' || row.name === 'notes' ? noteEdits(file, at, last, next) : [];
    found.push(report(file, at, row.name, text, edits));
  }
  return found;
}

/** Turns speaker notes of reveal.js and pandoc into a comment that ends with the paragraph or the block. */
function noteEdits(file: ParsedFile, at: Spot, last: number, next?: Block | null): readonly Edit[] {
  const typed = (line: number) => file.lines[line - 1] ?? '';
  const text = typed(at.line);
  if (at.column > 1 || next === undefined) return [];
  if (/^:{3,}/.test(text)) {
    if (!/^:{3,}\s*\{?\s*\.?notes\s*\}?\s*$/.test(text)) return [];
    const rest = file.lines.slice(at.line);
    const end = rest.findIndex((line) => /^:{3,}/.test(line));
    if (!/^:{3,}\s*$/.test(rest[end] ?? '') || rest.slice(0, end).join('').includes('--')) return [];
    const close = { line: at.line + end + 1, column: 1, length: (rest[end] ?? '').length };
    return [
      { at: { ...at, length: text.length }, text: '<!--' },
      { at: close, text: '-->' },
    ];
  }
  const isLast = next === null || next.type === 'heading';
  const all = file.lines.slice(at.line - 1, last).join('\n');
  if (!isLast || all.includes('--')) return [];
  const head = /^[^:]*:\s*/.exec(text)?.[0].length ?? 0;
  return [
    { at: { line: at.line, column: 1, length: head }, text: '<!-- ' },
    { at: { line: last, column: typed(last).trimEnd().length + 1, length: 0 }, text: ' -->' },
  ];
}

/** Slidev's slide settings parse as a heading underlined by the `---` below them. */
function ofHeading(file: ParsedFile, { prose, lines }: BlockOf<'heading'>): readonly Finding[] {
  const isUnderlined = !/^\s*#/.test(file.lines[lines.first - 1] ?? '');
  const [first] = prose.inlines;
  const last = prose.inlines.at(-1);
  for (const { name, pattern } of HEADING ?? []) {
    const inline = name === 'slideSettings' ? first : last;
    if (inline?.type !== 'text' || (name === 'slideSettings' && !isUnderlined)) continue;
    const [text] = pattern.exec(inline.text) ?? [];
    const at = text === undefined ? null : typedSpot(file.lines, lines, text);
    if (text !== undefined && at) return [report(file, at, name, text)];
  }
  return [];
}

function ofProse(file: ParsedFile, prose: Prose): readonly Finding[] {
  const { inlines, lines } = prose;
  const found = new Map<ForeignName, Finding>();
  const add = (name: ForeignName, text: string, edits: readonly Edit[] = []) => {
    const at = found.has(name) ? null : typedSpot(file.lines, lines, text);
    if (at) found.set(name, report(file, at, name, text, edits));
  };
  const visit = (each: Inline, before: Inline | undefined): void => {
    if (each.type === 'text') {
      for (const { name, pattern } of TEXT ?? []) {
        const [text] = pattern.exec(each.text) ?? [];
        if (text === undefined) continue;
        add(name, text, name === 'html' || name === 'click' ? htmlEdits(file.lines, lines) : []);
      }
      for (const { name, pattern } of before?.type === 'image' ? (ATTRIBUTES ?? []) : []) {
        const [text] = pattern.exec(each.text) ?? [];
        if (text !== undefined) add(name, text);
      }
    } else if (each.type === 'image') {
      for (const { name, pattern } of PICTURE ?? [])
        if (pattern.test(each.image.alt)) add(name, each.image.alt);
    } else if ('children' in each) {
      for (const [index, inner] of each.children.entries()) visit(inner, each.children[index - 1]);
    }
  };
  for (const [index, inline] of inlines.entries()) visit(inline, inlines[index - 1]);
  return [...found.values(), ...ofTyped(file, prose)];
}

/** Markup whose backslashes the parser removed: `\(x\)` becomes "(x)". */
function ofTyped(file: ParsedFile, { inlines, lines: { first, last } }: Prose): readonly Finding[] {
  const shown = plainText(inlines);
  for (let line = first; line <= last; line += 1) {
    const typed = hideCode(file.lines[line - 1] ?? '', true);
    for (const { name, pattern } of TYPED ?? []) {
      const match = pattern.exec(typed);
      const [text = ''] = match ?? [];
      // Cells of a table share a line.
      const [, start = ''] = /^\\([^*_`\\]*)/.exec(text) ?? [];
      if (!match || !shown.includes(start)) continue;
      const at = { line, column: match.index + 1, length: text.length };
      return [report(file, at, name, text, [{ at, text: `$${text.slice(2, -2).trim()}$` }])];
    }
  }
  return [];
}

function ofRule(file: ParsedFile, line: number): readonly Finding[] {
  const typed = file.lines[line - 1] ?? '';
  return (RULE ?? []).flatMap(({ name, pattern }) => {
    const at = { line, column: 1, length: typed.length };
    return pattern.test(typed) ? [report(file, at, name, typed, simpleTableEdits(file.lines, line))] : [];
  });
}

function ofFence(file: ParsedFile, { lines }: BlockOf<'code'>): readonly Finding[] {
  const typed = file.lines[lines.first - 1] ?? '';
  const info = /(?:`{3,}|~{3,})(.*)$/.exec(typed)?.[1]?.trim() ?? '';
  const row = FENCE?.find(({ pattern }) => pattern.test(info));
  const [text] = row?.pattern.exec(info) ?? [];
  if (!row || text === undefined) return [];
  const at = { line: lines.first, column: typed.indexOf(text) + 1, length: text.length };
  return [report(file, at, row.name, text, fenceEdits(row.name, at, text))];
}

/** Replaces a cell's header with its language, and removes instructions for Slidev's editor. */
function fenceEdits(name: ForeignName, at: Spot, text: string): readonly Edit[] {
  if (name === 'editor') return text.startsWith('{') ? [{ at, text: '' }] : [];
  return name === 'cell' ? [{ at, text: /\w+/.exec(text)?.[0] ?? '' }] : [];
}

function ofComment(file: ParsedFile, lines: LineSpan): readonly Finding[] {
  const typed = file.lines.slice(lines.first - 1, lines.last);
  const text = typed
    .join('\n')
    .replace(/^\s*<!--/, '')
    .replace(/-->\s*$/, '');
  const row = COMMENT?.find(({ pattern }) => pattern.test(text));
  const directive = row?.pattern.exec(text)?.[0].trim();
  const at = directive ? typedSpot(file.lines, lines, directive) : null;
  if (!row || !directive || !at) return [];
  const whole = { line: lines.first, column: 1, length: typed[0]?.length ?? 0 };
  return [report(file, at, row.name, directive, lines.first === lines.last ? [{ at: whole, text: '' }] : [])];
}

/** Position of text outside code; null if it is text only because of backslashes or entities. */
function typedSpot(lines: readonly string[], span: LineSpan, text: string): Spot | null {
  const { first, last } = span;
  // Text that spans lines is found by its beginning.
  for (const needle of [text, /^\S+/.exec(text)?.[0] ?? text]) {
    for (let line = first; line <= last; line += 1) {
      const index = hideCode(lines[line - 1] ?? '').indexOf(needle);
      if (index >= 0) return { line, column: index + 1, length: needle.length };
    }
  }
  // Multi-line code hides what is next to it.
  const isPlain = !/[\\&]/.test(lines.slice(first - 1, last).join('\n'));
  return isPlain ? findSpot(lines, span, /^\S+/.exec(text)?.[0] ?? '') : null;
}

function report(
  { source }: ParsedFile,
  at: Spot,
  name: ForeignName,
  text: string,
  edits: readonly Edit[] = [],
): Finding {
  const { code } = FOREIGN[name];
  const args: FindingArgs[typeof code] = { text, name };
  return finding(source.path, at, code, args, edits);
}
