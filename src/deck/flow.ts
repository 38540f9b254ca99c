import { codeLineHeights, nestedHeight } from './block-height.ts';
import { blocksFlow } from './blocks-flow.ts';
import * as canvas from './canvas.ts';
import type { Item, Slide, SlideOf, Text } from './deck.ts';
import { indexFlow } from './index-flow.ts';
import { type Flow, simpleFlow } from './simple-flow.ts';
import { matrixFlow, tableFlow } from './table-flow.ts';
import { text } from './text.ts';
import { textHeight } from './text-height.ts';

const { BOX } = canvas;

/** Null for a slide that is one thing: a picture, a sentence. */
export function flowOf(slide: Slide): Flow | null {
  switch (slide.kind) {
    case 'points':
      return itemsFlow(slide.items, canvas.LIST.indent, (items) => ({ ...slide, items }));
    case 'steps':
      return itemsFlow(slide.items, canvas.STEPS.indent, (items, start) => ({
        ...slide,
        items,
        start: slide.start + start,
      }));
    case 'text':
      return blocksFlow(slide.blocks, 0, (blocks) => ({ ...slide, blocks }));
    case 'answer':
      return blocksFlow(slide.blocks, canvas.PERSON_HEIGHT + canvas.BLOCK_GAP, (blocks) => ({
        ...slide,
        blocks,
      }));
    case 'table':
      return tableFlow(slide);
    case 'matrix':
      return matrixFlow(slide);
    case 'bars':
      return barsFlow(slide);
    case 'stats':
      return statsFlow(slide);
    case 'code':
      return codeFlow(slide);
    case 'agenda':
      return simpleFlow(slide.items, 0, agendaHeight, (items, start) => ({
        ...slide,
        items,
        start: slide.start + start,
      }));
    case 'answered':
      return simpleFlow(slide.questions, 0, answeredHeight, (questions) => ({ ...slide, questions }));
    case 'speaker':
      return simpleFlow(slide.facts, canvas.LIST.gap, factHeight, (facts) => ({ ...slide, facts }));
    case 'index':
      return indexFlow(slide);
    case 'quote':
    case 'figure':
    case 'diagram':
    case 'takeaway':
    case 'question':
      return null;
  }
}

function itemsFlow(
  items: readonly Item[],
  indent: number,
  rebuild: (items: readonly Item[], start: number) => Slide,
): Flow {
  const width = BOX.width - indent;
  const heightOf = ({ text: head, children }: Item) =>
    textHeight(head, canvas.BODY, width) + nestedHeight(children, width);
  return simpleFlow(items, canvas.LIST.gap, heightOf, rebuild);
}

/** Every page says what is measured. */
function barsFlow(slide: SlideOf<'bars'>): Flow {
  const heightOf = ({ label }: SlideOf<'bars'>['bars'][number]) =>
    Math.max(canvas.BAR.height, textHeight(label, canvas.SMALL, canvas.BAR.label));
  const flow = simpleFlow(slide.bars, 0, heightOf, (bars) => ({ ...slide, bars }));
  return { ...flow, fixed: textHeight(slide.measure, canvas.LEAD, BOX.width) + canvas.BLOCK_GAP };
}

function agendaHeight(item: Text): number {
  return textHeight(item, canvas.BODY, BOX.width - canvas.AGENDA.indent) + canvas.AGENDA.padding;
}

function answeredHeight({ question, askedBy }: SlideOf<'answered'>['questions'][number]): number {
  // Who asked stands behind the question, with a label.
  const line = text(`${question} ${askedBy}${'\u3000'.repeat(4)}`);
  return textHeight(line, canvas.BODY, BOX.width - canvas.ANSWERED.indent) + canvas.ANSWERED.padding;
}

function factHeight(fact: Text): number {
  return textHeight(fact, canvas.BODY, canvas.FACTS.width - canvas.LIST.indent);
}

/**
 * Figures stand side by side, two to a row where there are two or four, else three: the units are
 * figures, each with its share of a row's height.
 */
function statsFlow(slide: SlideOf<'stats'>): Flow {
  const { columnGap, rowGap, valueHeight, valueSize, valueLine } = canvas.STATS;
  const { length } = slide.stats;
  const columns = length <= 2 || length === 4 ? 2 : 3;
  const width = (BOX.width - columnGap * (columns - 1)) / columns;
  const valueType = { size: valueSize, lineHeight: valueLine, bold: true };
  const heights = slide.stats.map(
    ({ value, label }) =>
      valueHeight + textHeight(value, valueType, width) - valueLine + textHeight(label, canvas.BODY, width),
  );
  const rowHeight = Math.max(0, ...heights) + rowGap;
  // A gap less than there are rows.
  const fixed = -rowGap;
  return {
    heights: heights.map(() => rowHeight / columns),
    gap: 0,
    fixed,
    part: ({ start, end }) => ({ ...slide, stats: slide.stats.slice(start, end) }),
  };
}

function codeFlow(slide: SlideOf<'code'>): Flow {
  const lines = slide.code.replace(/\n$/, '').split('\n');
  const flow = {
    heights: codeLineHeights(slide.code, BOX.width),
    gap: 0,
    fixed: canvas.CODE.padding,
  };
  return { ...flow, part: ({ start, end }) => ({ ...slide, code: lines.slice(start, end).join('\n') }) };
}
