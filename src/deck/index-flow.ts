import { breakPages } from './break-pages.ts';
import type { QuestionLink, SlideOf, Topic } from './deck.ts';
import type { Breakable } from './flow/breakable.ts';
import { sum } from './sum.ts';
import { text } from './text.ts';
import { INDEX } from './typeset/canvas.ts';
import type { Page } from './typeset/page.ts';
import { textHeight } from './typeset/size.ts';

/**
 * The index stands in columns, and its pieces are topics, which are not parted between columns. A topic
 * that is longer than a column goes on under its name.
 */
export function indexFlow(slide: SlideOf<'index'>, page: Page, room: number): Breakable<SlideOf<'index'>> {
  const width = (page.box.width - INDEX.columnGap * (INDEX.columns - 1)) / INDEX.columns;
  const { body, small } = page.scale;
  const nameHeight = ({ name }: Topic) =>
    textHeight(text(name), { ...body, bold: true }, width, page) + INDEX.topicMargin;
  const questionHeight = ({ question }: QuestionLink) =>
    textHeight(text(question), small, width - INDEX.indent, page) + INDEX.padding;
  const cutTopic = (topic: Topic): readonly Topic[] => {
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

/** Of the higher one of two columns, as even as can be. */
function columnHeight(heights: readonly number[]): number {
  const fills = heights.map((_, index) =>
    Math.max(sum(heights.slice(0, index + 1)), sum(heights.slice(index + 1))),
  );
  return Math.min(...fills) - BELOW_TOPIC;
}
