import { type CoverSlide, type Person, type SlideOf, sum, type Text, text } from '../deck.ts';
import { BLOCK_GAP, PERSON_HEIGHT, type Type } from '../typeset/canvas.ts';
import type { Page } from '../typeset/page.ts';
import { countTextLines, textHeight, textWidth } from '../typeset/size.ts';
import { isNarrow, type PersonSize, personSize } from './speaker-flow.ts';

/** A slide that says one thing, in a block above people and places: it is never parted. */
export interface SingleBlock {
  /** Of all there is, the heading included, in pixels. */
  readonly height: number;
  /** What there is for it, in pixels. */
  readonly room: number;
  /** What it says. */
  readonly lines: number;
  readonly lineHeight: number;
}

export type SingleBlockSlide = SlideOf<'takeaway'> | SlideOf<'question'> | SlideOf<'closing'> | CoverSlide;

/** In pixels. */
const BLOCK = {
  below: 24,
  coverAbove: 8,
  eventHeight: 48,
  aboveTopic: 7,
  kickerLine: 48,
  kickerNumber: 96,
  logo: 272,
} as const;
/** A few people have tabs above them, for which rows stand further apart. */
const PEOPLE = { rowGap: 12, tabbedGap: 28, tabbed: 5, columnGap: 24, margins: 24 + 5 } as const;
const SUBTITLE: Type = { size: 24, lineHeight: 36, bold: false };
/** Covers have no footer. */
const WITHOUT_FOOTER = 16;

export function singleBlock(slide: SingleBlockSlide, page: Page): SingleBlock {
  const { scale, box } = page;
  const height = (words: Text, type: Type, width: number = box.width) => textHeight(words, type, width, page);
  const says = (words: Text, type: Type, room: number, ...others: readonly number[]): SingleBlock => {
    const lines = countTextLines(words, type, box.width, page);
    return { height: lines * type.lineHeight + sum(others), room, lines, lineHeight: type.lineHeight };
  };
  switch (slide.kind) {
    case 'takeaway': {
      const heading = height(slide.title, scale.answerHeading) + BLOCK_GAP;
      const people = peopleHeight([slide.person], true, page);
      return says(slide.text, scale.takeaway, box.height, heading, BLOCK.below, people);
    }
    case 'question': {
      const topic = { ...scale.small, lineHeight: BLOCK.kickerLine };
      const width = box.width - BLOCK.kickerNumber;
      const kicker = BLOCK.aboveTopic + height(text(slide.topic), topic, width) + BLOCK_GAP;
      const groups = [
        labelledPeople(page.labels.askedBy, [slide.askedBy], page),
        ...(slide.askedTo.length > 0 ? [labelledPeople(page.labels.askedTo, slide.askedTo, page)] : []),
      ];
      return says(
        slide.title,
        scale.question,
        box.height,
        kicker,
        BLOCK.below,
        rowsHeight(groups, PEOPLE.rowGap, page),
      );
    }
    case 'cover':
    case 'closing': {
      const isCover = slide.kind === 'cover';
      const event = Math.max(
        BLOCK.eventHeight,
        height(text(slide.event ?? ''), scale.small, box.width - BLOCK.logo),
      );
      const below = isCover ? slide.subtitle : slide.text;
      const { labels } = page;
      const names = [
        isCover && slide.host !== null ? `${labels.host} ${slide.host}` : null,
        slide.organizer === null ? null : `${labels.organizer} ${slide.organizer}`,
      ].filter((name) => name !== null);
      return says(
        slide.title,
        scale.coverHeading,
        box.height + WITHOUT_FOOTER,
        BLOCK.coverAbove + event + BLOCK_GAP,
        below === null ? 0 : BLOCK_GAP + height(text(below), SUBTITLE),
        BLOCK.below,
        slide.people.length > 0 ? peopleHeight(slide.people, slide.people.length < 4, page) : 0,
        names.length > 0 ? BLOCK_GAP + height(text(names.join(' \u00b7 ')), scale.lead) : 0,
      );
    }
  }
}

/** Rows of people, with the gap above them, in pixels. */
function peopleHeight(people: readonly Person[], withPost: boolean, page: Page): number {
  const [first] = people;
  if (people.length === 1 && first && isNarrow(first, page)) return BLOCK_GAP + PERSON_HEIGHT;
  return rowsHeight(
    people.map((person) => personSize(person, withPost, page.box.width, page)),
    people.length <= PEOPLE.tabbed ? PEOPLE.tabbedGap : PEOPLE.rowGap,
    page,
  );
}

function labelledPeople(label: string, people: readonly Person[], page: Page): PersonSize {
  const { width: whole } = page.box;
  const { small } = page.scale;
  const labelled = textWidth(text(`${label} `), small, page).most;
  let [lines, used, widest] = [1, labelled, labelled];
  for (const person of people) {
    const { width } = personSize(person, false, whole, page);
    if (used > 0 && used + PEOPLE.margins + width > whole) [lines, used] = [lines + 1, 0];
    used += PEOPLE.margins + width;
    widest = Math.max(widest, used);
  }
  return { width: Math.min(whole, widest), height: lines * PERSON_HEIGHT };
}

/** @param gap between two rows, in pixels */
function rowsHeight(sizes: readonly PersonSize[], gap: number, { box }: Page): number {
  let [height, rowHeight, used] = [BLOCK_GAP, 0, 0];
  for (const size of sizes) {
    if (used > 0 && used + PEOPLE.columnGap + size.width > box.width) {
      height += rowHeight + gap;
      [rowHeight, used] = [0, 0];
    }
    used += (used > 0 ? PEOPLE.columnGap : 0) + size.width;
    rowHeight = Math.max(rowHeight, size.height);
  }
  return height + rowHeight;
}
