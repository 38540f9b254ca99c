import { type Breakable, mapBreakable, solid, stack } from '../flow/breakable.ts';
import {
  type Origin,
  type Person,
  type QuestionLink,
  type SlideBase,
  sum,
  type Text,
  text,
} from '../slide.ts';
import { AGENDA, LONG_AGENDA, NOTE, PROGRAMME, QUESTIONS, STEPS, type Type } from '../typeset/canvas.ts';
import { breakLines, ROUNDING } from '../typeset/lines.ts';
import { runGlyphs, textRuns } from '../typeset/measure-text.ts';
import type { Page } from '../typeset/page.ts';
import { textHeight, textWidth } from '../typeset/size.ts';
import type { FlowKind } from './slide-kind.ts';

/** A section of a talk in its agenda. */
interface AgendaItem {
  readonly title: Text;
  /** Origin of the section, by which its first slide is found. */
  readonly origin: Origin;
}

interface AgendaSlide extends SlideBase {
  readonly kind: 'agenda';
  readonly items: readonly AgendaItem[];
  /** 1-based number of the first item. */
  readonly start: number;
}

export const agenda: FlowKind<AgendaSlide> = {
  layout: 'flow',
  flow(slide, page) {
    const { columnGap, indent, page: number, from, most } = LONG_AGENDA;
    const heights = (width: number) =>
      slide.items.map(({ title }) => textHeight(title, page.scale.body, width, page) + AGENDA.padding);
    const wide = heights(page.box.width - AGENDA.indent - AGENDA.page);
    const narrow = heights((page.box.width - columnGap) / 2 - indent - number);
    return {
      pieces: slide.items.length,
      height(start, end) {
        const count = end - start;
        if (count < from) return sum(wide.slice(start, end));
        return count > most ? Number.POSITIVE_INFINITY : sum(pairs(narrow.slice(start, end)));
      },
      breakCost: () => 0,
      cut: (start, end) => ({ ...slide, items: slide.items.slice(start, end), start: slide.start + start }),
    };
  },
};

/** The heights of rows in two columns, each filled from the top. */
function pairs(heights: readonly number[]): readonly number[] {
  const rows = Math.ceil(heights.length / 2);
  return heights.slice(0, rows).map((height, row) => Math.max(height, heights[rows + row] ?? 0));
}

/** The questions that a speaker answered. */
interface AnsweredSlide extends SlideBase {
  readonly kind: 'answered';
  readonly questions: readonly QuestionLink[];
}

export const answered: FlowKind<AnsweredSlide> = {
  layout: 'flow',
  grows: () => true,
  spread: ({ questions }, page) => questionsSpread(questions, page),
  flow: (slide, page) =>
    mapBreakable(questionRows(slide.questions, page), (questions) => ({ ...slide, questions })),
};

/** A row of the programme: a deck, a break, or the beginning of a day. */
export interface ProgrammeEntry {
  readonly kind: 'deck' | 'break' | 'day';
  /** 1-based number among the decks; 0 for other rows. */
  readonly number: number;
  readonly title: string;
  /** Slug of the deck; empty for other rows. */
  readonly deck: string;
  /** `19:10`; null if not given. */
  readonly time: string | null;
  /** Track and duration. */
  readonly note: string | null;
  /** Empty for the Q&A deck. */
  readonly speakers: readonly Person[];
  /** Number of questions in the Q&A deck; 0 for a talk. */
  readonly questions: number;
}

/** All decks of the meetup. */
interface ProgrammeSlide extends SlideBase {
  readonly kind: 'programme';
  readonly entries: readonly ProgrammeEntry[];
}

/** A row per deck, with title and speakers side by side. */
export const programme: FlowKind<ProgrammeSlide> = {
  layout: 'flow',
  people: ({ entries }) => entries.flatMap(({ speakers }) => speakers),
  flow(slide, page) {
    const { indent, speaker, columnGap, padding, number, time } = PROGRAMME;
    const { body, small } = page.scale;
    const width = page.box.width - indent - columnGap - speaker;
    const heightOf = (entry: ProgrammeEntry) => {
      const isDay = entry.kind === 'day';
      const whole = isDay ? page.box.width : width;
      const title = textHeight(text(entry.title), { ...body, bold: entry.kind !== 'break' }, whole, page);
      const note = entry.note === null ? 0 : textHeight(text(entry.note), small, speaker, page);
      const people = sum(entry.speakers.map((person) => speakerHeight(person, page)));
      const questions = entry.questions > 0 ? small.lineHeight : 0;
      const beside = Math.max(small.lineHeight, people + questions + note);
      const cells: readonly Cell[] = [
        { type: { ...body, size: entry.time === null ? number : time }, height: body.lineHeight },
        { type: body, height: title },
        { type: small, height: beside },
      ];
      return rowHeight(cells) + padding;
    };
    return mapBreakable(rows(slide.entries, heightOf), (entries) => ({ ...slide, entries }));
  },
};

/** A question with its topic. */
interface TopicQuestion extends QuestionLink {
  readonly topic: string;
}

/** The Q&A deck's index: all questions, in the order of the conversation. */
interface IndexSlide extends SlideBase {
  readonly kind: 'index';
  readonly questions: readonly TopicQuestion[];
}

export const index: FlowKind<IndexSlide> = {
  layout: 'flow',
  grows: () => true,
  spread: ({ questions }, page) => questionsSpread(questions, page),
  flow: (slide, page) =>
    mapBreakable(questionRows(slide.questions, page), (questions) => ({ ...slide, questions })),
};

/** Margin before the topic, in pixels. */
const TOPIC_MARGIN = 12;

/** A row per question: its number, the question with its topic, and who asked it at the end. */
function questionRows<Q extends QuestionLink>(questions: readonly Q[], page: Page): Breakable<readonly Q[]> {
  return rows(questions, questionHeight(questions, page));
}

/** Maximum extra space that the theme puts between such rows in total, in pixels. */
function questionsSpread(questions: readonly QuestionLink[], page: Page): number {
  const heightOf = questionHeight(questions, page);
  return sum(questions.map((question) => Math.max(0, QUESTIONS.most - heightOf(question))));
}

/** Height of each of these rows, in pixels. */
function questionHeight(
  questions: readonly (QuestionLink & { readonly topic?: string })[],
  page: Page,
): (row: QuestionLink & { readonly topic?: string }) => number {
  const { body } = page.scale;
  const askers = questions.map(({ askedBy }) => textWidth(text(askedBy), NOTE, page).most);
  const asker = Math.ceil(Math.min(QUESTIONS.asker, Math.max(0, ...askers)));
  const numbers = questions.map(
    ({ number }) => textWidth(text(`Q${number}`), { ...body, bold: true, tabular: true }, page).most,
  );
  const number = Math.max(
    page.lengths.step + STEPS.gap,
    Math.ceil(Math.max(0, ...numbers)) + QUESTIONS.number,
  );
  const width = page.box.width - number - QUESTIONS.gap - asker;
  return ({ question, topic, askedBy }) => {
    // In small type there are many questions and no room for topics.
    const name = topic === undefined || page.density === 2 ? '' : topic.replaceAll(' ', '\u00a0');
    const [asked = []] = textRuns(text(name === '' ? question : `${question} `), body, page);
    const [tag = []] = name === '' ? [] : textRuns(text(name), NOTE, page);
    const apart = tag.map((run) => ({ ...run, before: TOPIC_MARGIN, after: TOPIC_MARGIN }));
    const glyphs = runGlyphs([...asked, ...apart]);
    const lines = breakLines(glyphs, (width * 1000) / body.size, ROUNDING);
    const who = textHeight(text(askedBy), NOTE, asker + 1, page);
    return Math.max(lines * body.lineHeight, who) + QUESTIONS.padding;
  };
}

/** Stacked rows, broken between them. */
function rows<T>(all: readonly T[], heightOf: (row: T) => number): Breakable<readonly T[]> {
  const layers = stack(
    all.map((row) => solid(row, heightOf(row))),
    { gap: () => 0 },
  );
  return mapBreakable(layers, (shown) => shown.map(({ value }) => value));
}

interface Cell {
  readonly type: Type;
  readonly height: number;
}

/** Cells are aligned on the baseline of their first lines, so smaller text starts lower. */
function rowHeight(cells: readonly Cell[]): number {
  const above = Math.max(...cells.map(({ type }) => baseline(type)));
  const below = Math.max(...cells.map(({ type, height }) => height - baseline(type)));
  return above + below;
}

/** From the top of a line to its baseline, in px. 0.364 is half of Inter's ascent minus its descent. */
function baseline({ size, lineHeight }: Type): number {
  return lineHeight / 2 + 0.364 * size;
}

/** The organisation follows the name, on a new line if it does not fit. */
function speakerHeight({ name, org }: Person, page: Page): number {
  const { speaker: width, orgGap } = PROGRAMME;
  const { small } = page.scale;
  const bold = { ...small, bold: true };
  const nameHeight = textHeight(text(name), bold, width, page);
  if (org === null) return nameHeight;
  const joint = textWidth(text(name), bold, page).most + orgGap + textWidth(text(org), small, page).most;
  return joint <= width ? nameHeight : nameHeight + textHeight(text(org), small, width, page);
}
