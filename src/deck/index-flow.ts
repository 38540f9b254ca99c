import { BLOCK_GAP, BODY, BOX, HEADING, HEADING_MARGIN, INDEX, SMALL } from './canvas.ts';
import type { QuestionLink, SlideOf, Topic } from './deck.ts';
import { groupByHeight } from './group-by-height.ts';
import type { Flow } from './simple-flow.ts';
import { sum } from './sum.ts';
import { text } from './text.ts';
import { textHeight } from './text-height.ts';

const WIDTH = (BOX.width - INDEX.columnGap * (INDEX.columns - 1)) / INDEX.columns;
const COLUMN_HEIGHT = BOX.height - HEADING.lineHeight - HEADING_MARGIN - BLOCK_GAP;

/**
 * The index stands in columns, and its units are topics, which are not parted between columns. A topic
 * that is longer than a column goes on under its name.
 */
export function indexFlow(slide: SlideOf<'index'>): Flow {
  const topics = slide.topics.flatMap(cutTopic);
  return {
    heights: topics.map((topic) => nameHeight(topic) + sum(topic.questions.map(questionHeight))),
    gap: 0,
    fixed: 0,
    columns: INDEX.columns,
    part: ({ start, end }) => ({ ...slide, topics: topics.slice(start, end) }),
  };
}

function cutTopic(topic: Topic): readonly Topic[] {
  const heights = topic.questions.map(questionHeight);
  return groupByHeight(heights, 0, COLUMN_HEIGHT - nameHeight(topic)).map(({ start, end }) => ({
    name: topic.name,
    questions: topic.questions.slice(start, end),
  }));
}

function nameHeight({ name }: Topic): number {
  return textHeight(text(name), { ...BODY, bold: true }, WIDTH) + INDEX.topicMargin;
}

function questionHeight({ question }: QuestionLink): number {
  return textHeight(text(question), SMALL, WIDTH - INDEX.indent) + INDEX.padding;
}
