import {
  type DeckTopic,
  type Person,
  type ProgrammeEntry,
  type QuestionLink,
  type SlideOf,
  sum,
  text,
} from '../deck.ts';
import { type Breakable, breakPages, mapBreakable, solid, stack } from '../flow/breakable.ts';
import { INDEX, PROGRAMME, type Type } from '../typeset/canvas.ts';
import type { Page } from '../typeset/page.ts';
import { textHeight, textWidth } from '../typeset/size.ts';

/** A row for each deck: what it is called, and beside it who speaks. */
export function programmeFlow(slide: SlideOf<'programme'>, page: Page): Breakable<SlideOf<'programme'>> {
  const { indent, speaker, columnGap, padding, number } = PROGRAMME;
  const { body, small } = page.scale;
  const width = page.box.width - indent - columnGap - speaker;
  const heightOf = (entry: ProgrammeEntry) => {
    const title = textHeight(text(entry.title), { ...body, bold: true }, width, page);
    const beside = entry.speaker ? speakerHeight(entry.speaker, page) : small.lineHeight;
    const cells: readonly Cell[] = [
      { type: { ...body, size: number }, height: body.lineHeight },
      { type: body, height: title },
      { type: small, height: beside },
    ];
    return rowHeight(cells) + padding;
  };
  const rows = stack(
    slide.entries.map((entry) => solid(entry, heightOf(entry))),
    { gap: () => 0 },
  );
  return mapBreakable(rows, (layers) => ({ ...slide, entries: layers.map(({ value }) => value) }));
}

interface Cell {
  readonly type: Type;
  readonly height: number;
}

/**
 * The index stands in columns, and its pieces are topics, which are not parted between columns. A topic
 * that is longer than a column goes on under its name.
 */
export function indexFlow(slide: SlideOf<'index'>, page: Page, room: number): Breakable<SlideOf<'index'>> {
  const width = (page.box.width - INDEX.columnGap * (INDEX.columns - 1)) / INDEX.columns;
  const { body, small } = page.scale;
  const nameHeight = ({ name }: DeckTopic) =>
    textHeight(text(name), { ...body, bold: true }, width, page) + INDEX.topicMargin;
  const questionHeight = ({ question }: QuestionLink) =>
    textHeight(text(question), small, width - INDEX.indent, page) + INDEX.padding;
  const cutTopic = (topic: DeckTopic): readonly DeckTopic[] => {
    const heights = topic.questions.map(questionHeight);
    const content = {
      pieces: heights.length,
      height: (start: number, end: number) => sum(heights.slice(start, end)),
      breakCost: () => 0,
    };
    return breakPages(content, room + BELOW_TOPIC - nameHeight(topic)).map(({ start, end }) => ({
      name: topic.name,
      questions: topic.questions.slice(start, end),
    }));
  };
  const topics = slide.topics.flatMap(cutTopic);
  const heights = topics.map((topic) => nameHeight(topic) + sum(topic.questions.map(questionHeight)));
  return {
    pieces: topics.length,
    height: (start, end) => columnHeight(heights.slice(start, end)),
    breakCost: () => 0,
    cut: (start, end) => ({ ...slide, topics: topics.slice(start, end) }),
  };
}

/** Below a topic, but the last one of a column, in pixels. */
const BELOW_TOPIC = 20;

/** Cells stand on one line with their first lines, so that a smaller text hangs lower than a larger one. */
function rowHeight(cells: readonly Cell[]): number {
  const above = Math.max(...cells.map(({ type }) => baseline(type)));
  const below = Math.max(...cells.map(({ type, height }) => height - baseline(type)));
  return above + below;
}

/** From the top of a line to what its letters stand on, in px: Inter's ascent less its descent, halved, is 0.364. */
function baseline({ size, lineHeight }: Type): number {
  return lineHeight / 2 + 0.364 * size;
}

/** The organisation stands behind the name, or below it where there is no room. */
function speakerHeight({ name, org }: Person, page: Page): number {
  const { speaker: width, orgGap } = PROGRAMME;
  const { small } = page.scale;
  const bold = { ...small, bold: true };
  const nameHeight = textHeight(text(name), bold, width, page);
  if (org === null) return nameHeight;
  const joint = textWidth(text(name), bold, page).most + orgGap + textWidth(text(org), small, page).most;
  return joint <= width ? nameHeight : nameHeight + textHeight(text(org), small, width, page);
}

/** Of the higher one of two columns, as even as can be. */
function columnHeight(heights: readonly number[]): number {
  const fills = heights.map((_, index) =>
    Math.max(sum(heights.slice(0, index + 1)), sum(heights.slice(index + 1))),
  );
  return Math.min(...fills) - BELOW_TOPIC;
}
