import type { LineSpan, Spot } from '../base/text.ts';
import { fieldLines } from './field-lines.ts';
import type { Inline } from './inline.ts';
import { type AnySummary, bodyStatements } from './inlines.ts';
import type { Block } from './summary/markup.ts';
import type { Event, Exchange, Section, Talk } from './summary/meetup.ts';
import type { Shape } from './summary/shape.ts';
import { scalarLines } from './summary/source-file.ts';
import { blockStatements } from './summary/statements.ts';

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
