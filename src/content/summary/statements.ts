import { addAll } from '../../base/memory.ts';
import type { LineSpan, Spot } from '../../base/text.ts';
import type { Block, Citation, ImageRef, Inline, ListItem, Prose } from './markup.ts';
import type { Event, Exchange, Section, Statement, Talk } from './meetup.ts';
import { type Shape, type ShapedSection, unitOf } from './shape.ts';
import { type SourceFile, scalarLines } from './source-file.ts';
import { fieldLines } from './spots.ts';

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

export type AnySummary = Event | Talk | Exchange;

/** Every statement of a summary's body. */
export function bodyStatements(summary: AnySummary): readonly Statement[] {
  return 'sections' in summary
    ? summary.sections.flatMap(({ statements }) => statements)
    : summary.answers.flatMap(({ statements }) => statements);
}

type Target = 'image' | 'link';

/** Without one of these in its source, a file has none of them. */
const SIGNS: Readonly<Record<Target, RegExp>> = {
  image: /!\[/,
  link: /\]\(|\]\[|\]:|\/\/|mailto:|</,
};

interface PlacedInline<T extends Target> {
  readonly inline: Extract<Inline, { type: T }>;
  readonly lines: LineSpan;
}

/** Every image or link in a summary's body, with the lines that it stands on. */
export function inlinesOfType<T extends Target>(summary: AnySummary, type: T): readonly PlacedInline<T>[] {
  const found: PlacedInline<T>[] = [];
  if (!SIGNS[type].test(summary.source.text)) return found;
  for (const { prose } of bodyStatements(summary)) {
    collect(prose.inlines, type, (inline) => found.push({ inline, lines: prose.lines }));
  }
  return found;
}

export interface PlacedImage {
  readonly source: SourceFile;
  readonly ref: ImageRef;
  readonly lines: LineSpan;
}

/** Every image that a summary shows. */
export function imagesOf(summary: AnySummary): readonly PlacedImage[] {
  const { source } = summary;
  const images: PlacedImage[] = inlinesOfType(summary, 'image').map(({ inline, lines }) => ({
    source,
    ref: inline.image,
    lines,
  }));
  if ('sections' in summary) {
    for (const { shape, lines } of summary.sections) {
      if (shape.kind === 'figure') images.push({ source, ref: shape.image, lines });
    }
  }
  const named = 'portrait' in summary ? summary.portrait : 'logo' in summary ? summary.logo : null;
  if (named) images.push({ source, ref: named.ref, lines: { first: named.at.line, last: named.at.line } });
  return images;
}

/** A text of a summary that a slide or its notes show. */
export interface ShownText {
  readonly text: string;
  /** Where it stands in the summary. */
  readonly lines: LineSpan;
  /** A code fence or a diagram. */
  readonly code: boolean;
}

/** All that a summary shows, front matter first. */
export function shownTexts(summary: AnySummary): readonly ShownText[] {
  const prose = [...bodyStatements(summary), ...blockStatements(summary.notes, [])].map((statement) => ({
    text: textOf(statement.prose.inlines),
    lines: statement.prose.lines,
    code: false,
  }));
  const code =
    'sections' in summary
      ? summary.sections.flatMap((section) => [...shapeCode(section), ...blocksCode(section.notes)])
      : summary.answers.flatMap(({ blocks, notes }) => blocksCode([...blocks, ...notes]));
  return [...frontMatterTexts(summary), ...prose, ...code, ...blocksCode(summary.notes)];
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

function collect<T extends Target>(
  inlines: readonly Inline[],
  type: T,
  found: (inline: Extract<Inline, { type: T }>) => void,
): void {
  for (const inline of inlines) {
    if (inline.type === type) found(inline as Extract<Inline, { type: T }>);
    if ('children' in inline) collect(inline.children, type, found);
  }
}

function frontMatterTexts(summary: AnySummary): readonly ShownText[] {
  const { lines } = summary;
  const fields = (named: Readonly<Record<string, string | null>>): readonly ShownText[] =>
    Object.entries(named).flatMap(([key, text]) =>
      text === null ? [] : [{ text, lines: fieldLines(lines, key), code: false }],
    );
  const placed = (text: string, at: Spot): ShownText => ({
    text,
    lines: scalarLines(lines, at.line),
    code: false,
  });
  if ('answers' in summary) {
    const { askedBy, topic, question, askedTo }: Exchange = summary;
    const named = askedTo.map(({ name, at }) => placed(name, at));
    return [placed(question.text, question.at), ...fields({ askedBy, topic }), ...named];
  }
  if ('slug' in summary) {
    const { speaker, role, org, title, takeaway, facts }: Talk = summary;
    const cited = [takeaway, ...facts].map(({ text, at }) => placed(text, at));
    return [...fields({ speaker, role, org, title }), ...cited];
  }
  const { title, subtitle, host, organizer, closing }: Event = summary;
  return fields({ title, subtitle, host, organizer, closing });
}

/** Pictures show no text. */
function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => ('children' in inline ? textOf(inline.children) : 'text' in inline ? inline.text : ''))
    .join('');
}

function shapeCode({ shape, lines }: Section): readonly ShownText[] {
  if (shape.kind === 'code') return [{ text: shape.code, lines, code: true }];
  if (shape.kind === 'diagram') return [{ text: shape.source, lines, code: true }];
  return blocksCode(blocksOf(shape));
}

function blocksOf(shape: Shape): readonly Block[] {
  if ('blocks' in shape) return shape.blocks;
  return 'items' in shape ? shape.items.flatMap(({ blocks }) => blocks) : [];
}

function blocksCode(blocks: readonly Block[]): readonly ShownText[] {
  return blocks.flatMap((block) => {
    if (block.type === 'code') return [{ text: block.text, lines: block.lines, code: true }];
    if (block.type === 'list') return block.items.flatMap((item) => blocksCode(item.blocks));
    return 'blocks' in block ? blocksCode(block.blocks) : [];
  });
}
