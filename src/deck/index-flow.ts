import { BODY, BOX, INDEX, SMALL } from './canvas.ts';
import type { QuestionLink, SlideOf, Topic } from './deck.ts';
import type { Flow } from './simple-flow.ts';
import { text } from './text.ts';
import { textHeight } from './text-height.ts';

const WIDTH = (BOX.width - INDEX.columnGap * (INDEX.columns - 1)) / INDEX.columns;

/** The index stands in columns; its units are questions, and a topic goes on under its name. */
export function indexFlow(slide: SlideOf<'index'>): Flow {
  const units = slide.topics.flatMap((topic) =>
    topic.questions.map((link, index) => ({ topic, link, head: index === 0 })),
  );
  return {
    heights: units.map(({ topic, link, head }) => {
      const name = head
        ? textHeight(text(topic.name), { ...BODY, bold: true }, WIDTH) + INDEX.topicMargin
        : 0;
      return (name + questionHeight(link)) / INDEX.columns;
    }),
    gap: 0,
    // A topic is not parted between columns, so the last one may leave this much of a column empty.
    fixed: Math.max(0, ...slide.topics.map(topicHeight)) / INDEX.columns,
    part: ({ start, end }) => ({ ...slide, topics: regroup(units.slice(start, end)) }),
  };
}

function questionHeight({ question }: QuestionLink): number {
  return textHeight(text(question), SMALL, WIDTH - INDEX.indent) + INDEX.padding;
}

function topicHeight({ questions }: Topic): number {
  return questions.reduce((sum, link) => sum + questionHeight(link), 0);
}

function regroup(units: readonly { readonly topic: Topic; readonly link: QuestionLink }[]): readonly Topic[] {
  const topics: { name: string; questions: QuestionLink[] }[] = [];
  for (const { topic, link } of units) {
    const last = topics.at(-1);
    if (last?.name === topic.name) last.questions.push(link);
    else topics.push({ name: topic.name, questions: [link] });
  }
  return topics;
}
