import type { Block, ListItem } from '../../content/summary/markup.ts';
import { type AgendaItem, type Item, type Moment, type QuestionLink, type SlideOf, text } from '../deck.ts';
import { breakItem } from '../flow/break-blocks.ts';
import { type Breakable, mapBreakable, solid, stack } from '../flow/breakable.ts';
import { AGENDA, ANSWERED, LIST, STEPS, TIMELINE } from '../typeset/canvas.ts';
import { breakLines, ROUNDING } from '../typeset/lines.ts';
import { runGlyphs, textRuns } from '../typeset/measure-text.ts';
import type { Page } from '../typeset/page.ts';
import { textHeight } from '../typeset/size.ts';
import type { Rooms } from './frame-flow.ts';

/** The disc that a step's number stands in, in pixels. */
const STEP_NUMBER = 36;

/** Points or steps: parted between items, and within one that is higher than a page. */
export function itemsFlow<S extends SlideOf<'points'> | SlideOf<'steps'>>(
  slide: S,
  page: Page,
  { room, above, below }: Rooms,
): Breakable<S> {
  const { indent, gap } = slide.kind === 'steps' ? STEPS : LIST;
  const width = page.box.width - indent;
  const last = slide.items.length - 1;
  const children = slide.items.map((item, index) =>
    breakPoint(item, width, room - (index === 0 ? above : 0) - (index === last ? below : 0), page),
  );
  // The number of the last step may reach below its line.
  const numberBelow =
    slide.kind === 'steps' ? Math.max(0, (STEP_NUMBER - page.scale.body.lineHeight) / 2) : 0;
  return mapBreakable(
    stack(children, { gap: () => gap }),
    (layers) => ({
      ...slide,
      ...(slide.kind === 'steps' ? { start: slide.start + (layers[0]?.index ?? 0) } : {}),
      items: layers.map(({ value }) => value),
    }),
    numberBelow,
  );
}

const NOWHERE = { first: 0, last: 0 };

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

function breakPoint(item: Item, width: number, room: number, page: Page): Breakable<Item> {
  const type = page.scale.body;
  if (item.children.length === 0) {
    const height = textHeight(item.text, type, width, page);
    if (height <= room) return solid(item, height);
  }
  const content = breakItem(toListItem(item), { type, width, room, page });
  return mapBreakable(content, (part, start, end) =>
    end - start === content.pieces ? item : toItem(part.blocks),
  );
}

function toListItem({ text, children }: Item): ListItem {
  const prose = { inlines: text, citations: [], lines: NOWHERE };
  const head: readonly Block[] = text.length > 0 ? [{ type: 'paragraph', prose, lines: NOWHERE }] : [];
  return { blocks: [...head, ...children], lines: NOWHERE };
}

/** What goes on without the item's own text still is an item, with the same number. */
function toItem(blocks: readonly Block[]): Item {
  const [head, ...children] = blocks;
  return head?.type === 'paragraph' ? { text: head.prose.inlines, children } : { text: [], children: blocks };
}
