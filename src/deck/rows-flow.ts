import type { AgendaItem, Moment, QuestionLink, SlideOf } from './deck.ts';
import { type Breakable, mapBreakable, solid } from './flow/breakable.ts';
import { runGlyphs } from './run-glyphs.ts';
import { stack } from './stack.ts';
import { text } from './text.ts';
import { textRuns } from './text-runs.ts';
import { AGENDA, ANSWERED, TIMELINE } from './typeset/canvas.ts';
import { breakLines, ROUNDING } from './typeset/lines.ts';
import type { Page } from './typeset/page.ts';
import { textHeight } from './typeset/size.ts';

/** In front of who asked, in pixels. */
const ASKER_MARGIN = 12;

export function agendaFlow(slide: SlideOf<'agenda'>, page: Page): Breakable<SlideOf<'agenda'>> {
  const width = page.box.width - AGENDA.indent - AGENDA.page;
  const heightOf = ({ title }: AgendaItem) =>
    textHeight(title, page.scale.body, width, page) + AGENDA.padding;
  const rows = stack(
    slide.items.map((item) => solid(item, heightOf(item))),
    { gap: () => 0 },
  );
  return mapBreakable(rows, (layers, start) => ({
    ...slide,
    items: layers.map(({ value }) => value),
    start: slide.start + start,
  }));
}

export function answeredFlow(slide: SlideOf<'answered'>, page: Page): Breakable<SlideOf<'answered'>> {
  const width = page.box.width - ANSWERED.indent;
  const heightOf = ({ question, askedBy }: QuestionLink) => {
    // Who asked stands behind the question, in small type, with a margin, on one line if that is possible.
    const { body, small } = page.scale;
    const who = `${page.labels.askedBy} ${askedBy}`.replaceAll(' ', '\u00a0');
    const [asked = [], asker = []] = [text(`${question} `), text(who)].flatMap((each, index) =>
      textRuns(each, index === 0 ? body : small, page),
    );
    const glyphs = runGlyphs([...asked, ...asker.map((run) => ({ ...run, padding: ASKER_MARGIN }))]);
    return breakLines(glyphs, (width * 1000) / body.size, ROUNDING) * body.lineHeight + ANSWERED.padding;
  };
  const rows = stack(
    slide.questions.map((link) => solid(link, heightOf(link))),
    { gap: () => 0 },
  );
  return mapBreakable(rows, (layers) => ({ ...slide, questions: layers.map(({ value }) => value) }));
}

export function timelineFlow(slide: SlideOf<'timeline'>, page: Page): Breakable<SlideOf<'timeline'>> {
  const { body } = page.scale;
  const width = page.box.width - TIMELINE.when - TIMELINE.columnGap;
  const heightOf = ({ when, what }: Moment) =>
    Math.max(
      textHeight(when, { ...body, bold: true, tabular: true }, TIMELINE.when, page),
      textHeight(what, body, width, page),
    );
  const rows = stack(
    slide.moments.map((moment) => solid(moment, heightOf(moment))),
    { gap: () => TIMELINE.gap },
  );
  return mapBreakable(rows, (layers) => ({ ...slide, moments: layers.map(({ value }) => value) }));
}
