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
      return simpleFlow(
        slide.bars,
        0,
        () => canvas.BAR.height,
        (bars) => ({ ...slide, bars }),
      );
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

/** Rows of figures side by side: the units are figures, each with its share of a row's height. */
function statsFlow(slide: SlideOf<'stats'>): Flow {
  const { columns, columnGap, rowGap, valueHeight } = canvas.STATS;
  const width = (BOX.width - columnGap * (columns - 1)) / columns;
  const style = { size: canvas.STATS.valueSize, lineHeight: canvas.STATS.valueLine, bold: true };
  const heightOf = ({ value, label }: SlideOf<'stats'>['stats'][number]) =>
    (textHeight(value, style, width) -
      style.lineHeight +
      valueHeight +
      textHeight(label, canvas.BODY, width) +
      rowGap) /
    columns;
  return simpleFlow(slide.stats, 0, heightOf, (stats) => ({ ...slide, stats }));
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
