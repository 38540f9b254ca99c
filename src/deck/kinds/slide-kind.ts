import type { SectionKind, ShapeOf } from '../../content/kinds/shapes.ts';
import type { UnbreakableText } from '../../findings/messages/slide-messages.ts';
import type { Breakable } from '../flow/breakable.ts';
import type { Person, SectionBase, SlideBase, Voice } from '../slide.ts';
import type { Page } from '../typeset/page.ts';

/** Behaviour of one kind of slide in deck/. Missing members do not apply to it. */
export type SlideKind<S extends SlideBase> = FlowKind<S> | BlockKind<S>;

interface AnyKind<S> {
  /** Speakers, for keywords. Not used for covers, which may leave out people. */
  people?(slide: S): readonly Person[];
}

/** A slide with a heading and content that may be broken. */
export interface FlowKind<S extends SlideBase> extends AnyKind<S> {
  readonly layout: 'flow';
  /** Content below the heading; for a section, only its main block. */
  flow(slide: S, page: Page, rooms: Rooms): Breakable<S>;
  /** Whether it suits type larger than usual, if it fits; a kind without this never grows. */
  grows?(slide: S, page: Page): boolean;
  /** Whether its layout in smaller type is worth the step down. A kind without this looks the same in all types. */
  gains?(smaller: S, larger: S): boolean;
  /** How its only text is set in this type; null if it has several. */
  voice?(slide: S, page: Page): Voice | null;
  /**
   * Maximum extra space that the theme puts between its rows, in pixels. Content that fills less than half of its room
   * even then is centred; a kind without this fills its room or has its own position.
   */
  spread?(slide: S, page: Page): number;
  /** Several slides with some of the columns each, if there are too many for one. */
  strips?(slide: S, page: Page): readonly S[];
  /** Whether its heading repeats a question: it is smaller, and its length is checked on the question's slide. */
  readonly isAnswer?: true;
  /** Names what does not fit if neither smaller type nor more slides help; a part of the slide by default. */
  readonly unbreakable?: UnbreakableText;
}

/** A slide with a single statement in a block, above people and places; never broken. */
export interface BlockKind<S extends SlideBase> extends AnyKind<S> {
  readonly layout: 'block';
  block(slide: S, page: Page): SingleBlock;
  /** Names what does not fit if smaller type does not help. */
  readonly unbreakable: UnbreakableText;
  /** Whether its title is also the heading of each answer, and must fit there. */
  readonly headsAnswers?: true;
  /** Whether people may be left out to make the rest fit. */
  sparesPeople?(slide: S): boolean;
}

/** How a slide is made from the shape of a section. */
export interface FromShape<K extends SectionKind, S extends SectionBase> {
  /** Without the fields common to all sections. */
  fromShape(shape: ShapeOf<K>): Own<S>;
  /** Whether it is a pause between sections, not counted in the agenda and the footer. */
  readonly isPause?: true;
}

export type Own<S extends SectionBase> = S extends unknown ? Omit<S, keyof SectionBase> : never;

/** Height of a page, and how much less there is for the first and the last piece of a slide, in pixels. */
export interface Rooms {
  readonly room: number;
  readonly above: number;
  readonly below: number;
}

export interface SingleBlock {
  /** Total height, including the heading, in pixels. */
  readonly height: number;
  /** Available height, in pixels. */
  readonly room: number;
  /** Lines of the statement. */
  readonly lines: number;
  readonly lineHeight: number;
}
