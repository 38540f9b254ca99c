import type { Logo, Scrim } from '../../content/summary/meetup.ts';
import { logoSizes } from '../logos.ts';
import {
  type CodedLink,
  type Person,
  type SectionBase,
  type SlideBase,
  sum,
  type Text,
  text,
} from '../slide.ts';
import { BLOCK_GAP, CODES, INTRODUCED_HEIGHT, LONE, PERSON_HEIGHT, type Type } from '../typeset/canvas.ts';
import type { Page } from '../typeset/page.ts';
import { countTextLines, textHeight, textWidth } from '../typeset/size.ts';
import { codeWords } from './link-slides.ts';
import { isNarrow, type PersonSize, personSize, postOf } from './person-slides.ts';
import type { BlockKind, FromShape, SingleBlock } from './slide-kind.ts';

/** In pixels. */
const BLOCK = {
  below: 24,
  coverAbove: 8,
  /** Height of the first line, with the logo; and on the fullest slides. */
  eventHeight: 64,
  leastEventHeight: 48,
  aboveTopic: 7,
  kickerLine: 48,
  kickerNumber: 96,
  /** Maximum width, on a chip, and the gap before it. */
  logo: 240 + 32 + 32,
  sponsors: { height: 64, gap: 40, rowGap: 16, chip: 32 },
} as const;
/** The density at which a cover's only speaker is set like several. */
const FULLEST = 2;
/** Small groups of people have tabs above them, which need more space between rows. */
const PEOPLE = { rowGap: 12, tabbedGap: 28, tabbed: 5, columnGap: 24, margins: 24 + 5 } as const;
const SUBTITLE: Type = { size: 24, lineHeight: 36, bold: false };
/** Extra height, because covers have no footer. */
const WITHOUT_FOOTER = 16;

interface TakeawaySlide extends SlideBase {
  readonly kind: 'takeaway';
  readonly text: Text;
  readonly people: readonly Person[];
}

export const takeaway: BlockKind<TakeawaySlide> = {
  layout: 'block',
  unbreakable: 'takeaway',
  block(slide, page) {
    const { scale, box } = page;
    return says(slide.text, scale.takeaway, box.height, page, [
      textHeight(slide.title, scale.answerHeading, box.width, page) + BLOCK_GAP,
      BLOCK.below,
      peopleHeight(slide.people, slide.people.length <= A_FEW, page),
    ]);
  },
};

interface QuestionSlide extends SlideBase {
  readonly kind: 'question';
  readonly number: number;
  readonly topic: string;
  readonly askedBy: Person;
  readonly askedTo: readonly Person[];
}

export const question: BlockKind<QuestionSlide> = {
  layout: 'block',
  unbreakable: 'question',
  headsAnswers: true,
  block(slide, page) {
    const { scale, box, labels } = page;
    const topic = { ...scale.small, lineHeight: BLOCK.kickerLine };
    const groups = [
      labelledPeople(labels.askedBy, [slide.askedBy], page, true),
      ...(slide.askedTo.length > 0 ? [labelledPeople(labels.askedTo, slide.askedTo, page)] : []),
    ];
    return says(slide.title, scale.question, box.height, page, [
      BLOCK.aboveTopic +
        textHeight(text(slide.topic), topic, box.width - BLOCK.kickerNumber, page) +
        BLOCK_GAP,
      BLOCK.below,
      rowsHeight(groups, PEOPLE.rowGap, page),
    ]);
  },
};

interface DividerSlide extends SectionBase {
  readonly kind: 'divider';
  readonly line: Text | null;
}

/** A heading that fills its slide, set like a cover's. */
export const divider: BlockKind<DividerSlide> & FromShape<'divider', DividerSlide> = {
  layout: 'block',
  unbreakable: 'heading',
  isPause: true,
  fromShape: ({ line }) => ({ kind: 'divider', line: line?.inlines ?? null }),
  block({ title, line }, page) {
    const { scale, box } = page;
    const below = line ? BLOCK_GAP + textHeight(line, scale.body, box.width, page) : 0;
    return says(title, scale.coverHeading, box.height, page, [below, BLOCK.below]);
  },
};

export interface CoverSlide extends SlideBase {
  readonly kind: 'cover';
  readonly subtitle: string | null;
  /** Null if it is the title. */
  readonly event: string | null;
  readonly date: string | null;
  /** On the evening's cover. */
  readonly venue?: string | null;
  readonly host: string | null;
  readonly organizer: string | null;
  /** The speakers, everyone who answers, or everyone who speaks. */
  readonly people: readonly Person[];
  /** The picture that fills its background. */
  readonly picture: { readonly path: string; readonly scrim: Scrim } | null;
  /** Logo of the speaker's organisation. */
  readonly ownLogo?: Logo;
  /** Space that the logos take on the first line, in pixels. */
  readonly logosRoom: number;
  /** In a row at the bottom. */
  readonly sponsors?: readonly Logo[];
  /** Whether a panel with the only speaker's portrait is beside the text. */
  readonly isPanel?: true;
  /** Whether it says everything about the speakers, so that they need no slide of their own. */
  readonly saysWho?: true;
  /** The only fact about the speaker. */
  readonly fact?: string | null;
}

export const cover: BlockKind<CoverSlide> = {
  layout: 'block',
  unbreakable: 'title',
  // The cover of the whole meetup need not name anybody.
  sparesPeople: ({ event, people }) => event === null || people.length > A_FEW,
  block: (slide, page) => ends(slide, slide.subtitle, slide.host, page),
};

/** The last slide: thanks, and where to go next. */
interface ClosingSlide extends SlideBase {
  readonly kind: 'closing';
  /** The organiser's closing line from event.md; otherwise, if there are questions, a pointer to the Q&A deck. */
  readonly text: string | null;
  /** Whether `text` links to the Q&A deck. */
  readonly leadsOn: boolean;
  readonly event: string;
  readonly organizer: string | null;
  readonly people: readonly Person[];
  /** At most two, beside the title. */
  readonly links: readonly CodedLink[];
}

export const closing: BlockKind<ClosingSlide> = {
  layout: 'block',
  unbreakable: 'closing',
  sparesPeople: ({ people }) => people.length > A_FEW,
  block: (slide, page) => ends(slide, slide.text, null, page, slide.links),
};

/** Maximum number of people whom every cover names; with more it may name none, because other slides do. */
const A_FEW = 3;

/** A statement with everything else on its slide. @param others heights, in pixels */
function says(words: Text, type: Type, room: number, page: Page, others: readonly number[]): SingleBlock {
  const lines = countTextLines(words, type, page.box.width, page);
  return { height: lines * type.lineHeight + sum(others), room, lines, lineHeight: type.lineHeight };
}

/** The event, date and place, on one line beside the logos. */
function firstLine(slide: CoverSlide | ClosingSlide): string {
  const facts = slide.kind === 'cover' ? [slide.event, slide.date, slide.venue] : [slide.event];
  return facts.filter((fact) => fact).join('\u00a0\u00b7 ');
}

/** The first and the last slide of a deck. @param below text below the title */
function ends(
  slide: CoverSlide | ClosingSlide,
  below: string | null,
  host: string | null,
  page: Page,
  links: readonly CodedLink[] = [],
): SingleBlock {
  const { scale, labels } = page;
  const logosRoom = slide.kind === 'cover' ? slide.logosRoom : BLOCK.logo;
  const isPanel = slide.kind === 'cover' && slide.isPanel === true;
  const box = isPanel ? { ...page.box, width: page.box.width - page.panelWidth } : page.box;
  const height = (words: string, type: Type, width = box.width) => textHeight(text(words), type, width, page);
  const event = Math.max(
    page.density === FULLEST ? BLOCK.leastEventHeight : BLOCK.eventHeight,
    height(firstLine(slide), scale.small, box.width - logosRoom),
  );
  const names = [
    host === null ? null : `${labels.host} ${host}`,
    slide.organizer === null ? null : `${labels.organizer} ${slide.organizer}`,
  ].filter((name) => name !== null);
  const beside = codesSize(links, page);
  const [lone, ...others] = slide.people;
  const width = box.width - beside.width;
  const lines = countTextLines(slide.title, scale.coverHeading, width, page);
  const subtitle = below === null ? 0 : BLOCK_GAP + height(below, SUBTITLE, width);
  const words = lines * scale.coverHeading.lineHeight + subtitle;
  const size = { lines, lineHeight: scale.coverHeading.lineHeight, room: box.height + WITHOUT_FOOTER };
  return above(size, [
    Math.max(words, beside.height),
    BLOCK.coverAbove + event + BLOCK_GAP,
    BLOCK.below,
    isPanel
      ? panelPeople(slide.people, { ...page, box })
      : slide.kind === 'cover' && lone && others.length === 0 && page.density !== FULLEST
        ? lonePerson(lone, page)
        : peopleHeight(slide.people, slide.people.length <= A_FEW, page),
    slide.kind === 'cover' && slide.fact ? BLOCK_GAP + height(slide.fact, SUBTITLE) : 0,
    slide.kind === 'cover' ? sponsorsHeight(slide.sponsors ?? [], page) : 0,
    names.length > 0 ? BLOCK_GAP + height(names.join('\u00a0\u00b7 '), scale.lead) : 0,
  ]);
}

/** One or several rows of logos, with the gap above. */
function sponsorsHeight(sponsors: readonly Logo[], { box }: Page): number {
  if (sponsors.length === 0) return 0;
  const { height, gap, rowGap, chip } = BLOCK.sponsors;
  let [rows, used] = [1, 0];
  for (const { width } of logoSizes(sponsors)) {
    if (used > 0 && used + gap + width + chip > box.width) [rows, used] = [rows + 1, 0];
    used += (used > 0 ? gap : 0) + width + chip;
  }
  return BLOCK_GAP + rows * height + (rows - 1) * rowGap;
}

/** @param heights of everything, in pixels */
function above(size: Omit<SingleBlock, 'height'>, heights: readonly number[]): SingleBlock {
  return { ...size, height: sum(heights) };
}

/** QR codes side by side, with the gap beside them. */
function codesSize(links: readonly CodedLink[], page: Page) {
  if (links.length === 0) return { width: 0, height: 0 };
  const side = links.length === 1 ? CODES.alone : CODES.beside;
  const heights = links.map((link) => side + CODES.wordsGap + codeWords(link, side, page));
  return { width: links.length * (side + CODES.gap) + CODES.margin, height: Math.max(...heights) };
}

/** Names, each with organisation and role below, and the gap above, in pixels. */
function panelPeople(people: readonly Person[], page: Page): number {
  return BLOCK_GAP + sum(people.map((person) => wordsHeight(person, page.box.width, page)));
}

/** The only speaker on a cover without a panel, with the gap above, in pixels. */
function lonePerson(person: Person, page: Page): number {
  const beside = page.box.width - LONE.portrait - LONE.gap;
  return BLOCK_GAP + Math.max(LONE.portrait, wordsHeight(person, beside, page));
}

/** Name and post of a cover's only speaker. */
function wordsHeight(person: Person, width: number, page: Page): number {
  const post = postOf(person);
  const below = post === null ? 0 : textHeight(post, LONE.post, width, page);
  return textHeight(text(person.name), LONE.name, width, page) + below;
}

/** Rows of people, with the gap above them, in pixels. */
function peopleHeight(people: readonly Person[], withPost: boolean, page: Page): number {
  if (people.length === 0) return 0;
  const [first] = people;
  if (people.length === 1 && first && isNarrow(first, page))
    return BLOCK_GAP + (postOf(first) === null ? PERSON_HEIGHT : INTRODUCED_HEIGHT);
  return rowsHeight(
    people.map((person) => personSize(person, withPost, page.box.width, page)),
    people.length <= PEOPLE.tabbed ? PEOPLE.tabbedGap : PEOPLE.rowGap,
    page,
  );
}

function labelledPeople(label: string, people: readonly Person[], page: Page, withPost = false): PersonSize {
  const { width: whole } = page.box;
  const { small } = page.scale;
  const labelled = textWidth(text(`${label} `), small, page).most;
  let [lines, used, widest, highest] = [1, labelled, labelled, PERSON_HEIGHT];
  for (const person of people) {
    const { width, height } = personSize(person, withPost, whole, page);
    if (used > 0 && used + PEOPLE.margins + width > whole) [lines, used] = [lines + 1, 0];
    used += PEOPLE.margins + width;
    widest = Math.max(widest, used);
    highest = Math.max(highest, height);
  }
  return { width: Math.min(whole, widest), height: lines * highest };
}

/** @param gap between rows, in pixels */
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
