import type { Block } from '../../content/summary/markup.ts';
import { breakBlocks } from '../flow/break-blocks.ts';
import { breakText } from '../flow/break-text.ts';
import { mapBreakable, solid, stack } from '../flow/breakable.ts';
import { type Origin, type Person, type SlideBase, sum, type Text, text } from '../slide.ts';
import {
  ANSWERS,
  BLOCK_GAP,
  FACTS,
  INTRODUCED_HEIGHT,
  NOTE,
  PERSON_HEIGHT,
  type Type,
} from '../typeset/canvas.ts';
import { measureText } from '../typeset/measure-text.ts';
import type { Page } from '../typeset/page.ts';
import { textHeight, textWidth, widestText } from '../typeset/size.ts';
import { rowsSpread } from './list-slides.ts';
import type { FlowKind } from './slide-kind.ts';
import { singleText, speak } from './voice.ts';

interface SpeakerSlide extends SlideBase {
  readonly kind: 'speaker';
  readonly person: Person;
  readonly facts: readonly Text[];
}

/** Next to the facts: a large portrait with name and post below it, in pixels. */
const PROFILE = {
  width: 240,
  /** By density: a smaller portrait leaves room for long names and roles below it. */
  portrait: [200, 144, 96],
  gap: 16,
  margin: 8,
  name: { size: 32, lineHeight: 40, bold: true },
} as const;

export const speaker: FlowKind<SpeakerSlide> = {
  layout: 'flow',
  unbreakable: 'speaker',
  people: ({ person }) => [person],
  grows: () => true,
  flow(slide, page, { room }) {
    const beside = profileHeight(slide.person, page);
    const width = FACTS.width - page.lengths.indent;
    const facts = slide.facts.map((fact) => breakText(fact, { type: page.scale.body, width, room, page }));
    if (facts.length === 0) {
      return { pieces: 1, height: () => beside, breakCost: () => 0, cut: () => slide };
    }
    const flow = mapBreakable(stack(facts, { gap: () => page.lengths.gap }), (layers) => ({
      ...slide,
      facts: layers.map(({ value }) => value),
    }));
    return { ...flow, height: (start, end) => Math.max(beside, flow.height(start, end)) };
  },
};

interface SpeakersSlide extends SlideBase {
  readonly kind: 'speakers';
  readonly people: readonly Person[];
  readonly facts: readonly Text[];
}

/** Joint speakers in rows of two, each with portrait, name and post; in pixels. */
const DUO = {
  columns: 2,
  columnGap: 56,
  portrait: 96,
  gap: 24,
  /** Above the facts. */
  factsGap: 40,
  name: { size: 28, lineHeight: 36, bold: true },
};

/** Part of the slide: a row of people, or a piece of a fact. */
type SpeakersPart =
  | { readonly people: readonly Person[]; readonly fact: null }
  | { readonly people: readonly []; readonly fact: Text };

export const speakers: FlowKind<SpeakersSlide> = {
  layout: 'flow',
  unbreakable: 'speaker',
  people: ({ people }) => people,
  grows: () => true,
  flow(slide, page, { room }) {
    const rows = Array.from({ length: Math.ceil(slide.people.length / DUO.columns) }, (_, row) =>
      slide.people.slice(row * DUO.columns, (row + 1) * DUO.columns),
    ).map((people) => solid<SpeakersPart>({ people, fact: null }, duoHeight(people, page)));
    const frame = { type: page.scale.body, width: page.box.width - page.lengths.indent, room, page };
    const facts = slide.facts.map((fact) =>
      mapBreakable(breakText(fact, frame), (part): SpeakersPart => ({ people: [], fact: part })),
    );
    const gap = (index: number) => {
      if (index === rows.length) return DUO.factsGap;
      return index < rows.length ? DUO.gap : page.lengths.gap;
    };
    return mapBreakable(stack([...rows, ...facts], { gap }), (layers) => ({
      ...slide,
      people: layers.flatMap(({ value }) => value.people),
      facts: layers.flatMap(({ value }) => (value.fact === null ? [] : [value.fact])),
    }));
  },
};

function duoHeight(people: readonly Person[], page: Page): number {
  const column = (page.box.width - DUO.columnGap * (DUO.columns - 1)) / DUO.columns;
  const width = column - DUO.portrait - DUO.gap;
  return Math.max(
    DUO.portrait,
    ...people.map(
      (person) =>
        textHeight(text(person.name), DUO.name, width, page) +
        postHeight(person, page.scale.small, width, page),
    ),
  );
}

/** One person's turn of an answer; `title` is the question. */
interface AnswerSlide extends SlideBase {
  readonly kind: 'answer';
  readonly number: number;
  readonly person: Person;
  readonly blocks: readonly Block[];
}

export const answer: FlowKind<AnswerSlide> = {
  layout: 'flow',
  isAnswer: true,
  grows: () => true,
  voice: ({ blocks }, page) => speak(singleText(blocks), page)?.voice ?? null,
  spread: ({ blocks }, page) =>
    sum(blocks.map((block) => (block.type === 'list' ? rowsSpread(block.items.length, page) : 0))),
  flow(slide, page, { room }) {
    const person = answererHeight(slide.person, page);
    const spoken = speak(singleText(slide.blocks), page);
    if (spoken) return solid(slide, person + spoken.height);
    const frame = { type: page.scale.body, width: page.box.width, room: room - person, page };
    return mapBreakable(breakBlocks(slide.blocks, frame), (blocks) => ({ ...slide, blocks }), person);
  },
};

/**
 * Who answers, with the gap below; half of the gap if they are introduced, so that answers begin at the same height.
 */
function answererHeight(person: Person, page: Page): number {
  const gap = postOf(person) === null ? BLOCK_GAP : BLOCK_GAP / 2;
  return personSize(person, true, page.box.width, page).height + gap;
}

/** One person's turn of an answer. */
export interface AnswerTurn {
  readonly person: Person;
  readonly blocks: readonly Block[];
  readonly notes: readonly Block[];
  readonly sources: readonly string[];
  readonly origin: Origin;
}

/** Turns of an answer side by side; `title` is the question. */
interface AnswersSlide extends SlideBase {
  readonly kind: 'answers';
  readonly number: number;
  /** Two or three; any number before pagination. */
  readonly answers: readonly AnswerTurn[];
}

export const answers: FlowKind<AnswersSlide> = {
  layout: 'flow',
  isAnswer: true,
  grows: ({ answers }, page) => isWide(columnWidth(answers.length, page), page),
  flow(slide, page) {
    const width = columnWidth(slide.answers.length, page);
    const frame = { type: page.scale.body, width, room: Number.POSITIVE_INFINITY, page };
    const heights = slide.answers.map(({ person, blocks }) => {
      const content = breakBlocks(blocks, frame);
      return personSize(person, false, width, page).height + BLOCK_GAP + content.height(0, content.pieces);
    });
    return solid(slide, Math.max(...heights));
  },
};

/** Width of one of several columns, in pixels. */
export function columnWidth(count: number, { box }: Page): number {
  return (box.width - ANSWERS.columnGap * (count - 1)) / count;
}

/** Minimum width of a column in larger type than usual, in em. */
const LEAST_COLUMN = 12;

/** Whether a column is wide enough for larger type than usual. @param width in pixels */
export function isWide(width: number, { scale }: Page): boolean {
  return width >= LEAST_COLUMN * scale.body.size;
}

/** Monogram with gap, and margin after the name, in pixels. */
const BESIDE_NAME = 48 + 12 + 8;
const NAME_SIZE = 24;

export interface PersonSize {
  /** On one line, in pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * Size of a person: monogram or portrait, name, below it organisation and role in small type.
 * @param width in pixels
 */
export function personSize(person: Person, withPost: boolean, width: number, page: Page): PersonSize {
  const nameStyle = { size: NAME_SIZE, bold: true, mono: false, own: page.fonts.bold, chinese: page.chinese };
  const name = measureText(person.name, nameStyle);
  const post = withPost ? postOf(person) : null;
  const own = BESIDE_NAME + Math.max(name, post === null ? 0 : textWidth(post, NOTE, page).most);
  if (own <= width) return { width: own, height: post === null ? PERSON_HEIGHT : INTRODUCED_HEIGHT };
  const type = { size: NAME_SIZE, lineHeight: post === null ? NAME_LINE : NOTE.lineHeight, bold: true };
  const height = textHeight(text(person.name), type, width - BESIDE_NAME, page);
  const below = post === null ? 0 : textHeight(post, NOTE, width - BESIDE_NAME, page);
  return { width, height: Math.max(PERSON_HEIGHT, height + below) };
}

/** Organisation in bold and role, as in one line below a name; null if neither is known. */
export function postOf({ org, role }: Person): Text | null {
  if (org === null) return role === null ? null : text(role);
  const bold: Text = [{ type: 'strong', children: text(org) }];
  return role === null ? bold : [...bold, ...text(`\u00a0\u00b7 ${role}`)];
}

/** Organisation and role, each on its own lines. */
function postHeight({ org, role }: Person, type: Type, width: number, page: Page): number {
  return sum([
    org === null ? 0 : textHeight(text(org), { ...type, bold: true }, width, page),
    role === null ? 0 : textHeight(text(role), type, width, page),
  ]);
}

/** Quick test without measuring for people that fit on one line, as most do. */
export function isNarrow({ name, org, role }: Person, { box }: Page): boolean {
  const widest = widestText(name) + widestText(`${org ?? ''}${role ?? ''}`) + 3;
  return BESIDE_NAME + widest * NAME_SIZE < box.width;
}

/** Largest line height of a name in any theme, in pixels. */
const NAME_LINE = 36;

function profileHeight(person: Person, page: Page): number {
  const { width, portrait, gap, margin } = PROFILE;
  const name = textHeight(text(person.name), PROFILE.name, width, page);
  const above = (portrait[Math.max(0, page.density)] ?? 0) + gap + name + margin;
  return above + postHeight(person, page.scale.small, width, page);
}
