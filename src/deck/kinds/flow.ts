import type { SectionSlide, Slide, SlideOf } from '../deck.ts';
import { breakBlocks, breakCode } from '../flow/break-blocks.ts';
import { type Breakable, mapBreakable, solid } from '../flow/breakable.ts';
import { ANSWERS, BLOCK_GAP } from '../typeset/canvas.ts';
import type { Page } from '../typeset/page.ts';
import { barsFlow, statsFlow } from './figures-flow.ts';
import { frameFlow, type Rooms } from './frame-flow.ts';
import { agendaFlow, answeredFlow, itemsFlow, timelineFlow } from './list-flow.ts';
import { indexFlow, programmeFlow } from './overview-flow.ts';
import { quoteFlow } from './quote-flow.ts';
import { personSize, speakerFlow } from './speaker-flow.ts';
import { matrixFlow, tableFlow } from './table-flow.ts';

/** Slides with a heading and something below it that may be parted. */
export type FlowingSlide = Exclude<Slide, { kind: 'takeaway' | 'question' | 'closing' }>;

/** A picture or diagram that is lower than this shows nothing, in pixels. */
const LEAST_PICTURE = 160;

/** What is below a slide's heading. @param room for it, in pixels */
export function flowOf(slide: FlowingSlide, page: Page, room: number): Breakable<Slide> {
  switch (slide.kind) {
    case 'answer': {
      const person = personSize(slide.person, true, page.box.width, page).height + BLOCK_GAP;
      const frame = { type: page.scale.body, width: page.box.width, room: room - person, page };
      return mapBreakable(breakBlocks(slide.blocks, frame), (blocks) => ({ ...slide, blocks }), person);
    }
    case 'answers':
      return solid(slide, columnsHeight(slide, page));
    case 'matrix':
      return matrixFlow(slide, page);
    case 'agenda':
      return agendaFlow(slide, page);
    case 'programme':
      return programmeFlow(slide, page);
    case 'answered':
      return answeredFlow(slide, page);
    case 'speaker':
      return speakerFlow(slide, page, room);
    case 'index':
      return indexFlow(slide, page, room);
    default:
      return frameFlow(slide, page, room, (rooms) => sectionFlow(slide, page, rooms));
  }
}

function sectionFlow(slide: SectionSlide, page: Page, rooms: Rooms): Breakable<SectionSlide> {
  switch (slide.kind) {
    case 'points':
    case 'steps':
      return itemsFlow(slide, page, rooms);
    case 'text': {
      const frame = { type: page.scale.body, width: page.box.width, room: rooms.room, page };
      return mapBreakable(breakBlocks(slide.blocks, frame), (blocks) => ({ ...slide, blocks }));
    }
    case 'table':
      return tableFlow(slide, page, rooms);
    case 'bars':
      return barsFlow(slide, page);
    case 'timeline':
      return timelineFlow(slide, page);
    case 'stats':
      return statsFlow(slide, page);
    case 'quote':
      return quoteFlow(slide, page, rooms);
    case 'code':
      return mapBreakable(breakCode(slide.code, page.box.width, page), (code) => ({ ...slide, code }));
    case 'figure':
    case 'diagram':
      return solid(slide, LEAST_PICTURE);
  }
}

/** Of the highest column. */
function columnsHeight({ answers }: SlideOf<'answers'>, page: Page): number {
  const width = (page.box.width - ANSWERS.columnGap * (answers.length - 1)) / answers.length;
  const frame = { type: page.scale.body, width, room: Number.POSITIVE_INFINITY, page };
  const heights = answers.map(({ person, blocks }) => {
    const content = breakBlocks(blocks, frame);
    return personSize(person, false, width, page).height + BLOCK_GAP + content.height(0, content.pieces);
  });
  return Math.max(...heights);
}
