import type { SectionKind, ShapeOf } from '../../content/kinds/shapes.ts';
import type { UnbreakableText } from '../../findings/messages/slide-messages.ts';
import type { Breakable } from '../flow/breakable.ts';
import type { Person, SectionBase, SlideBase } from '../slide.ts';
import type { Page } from '../typeset/page.ts';

/** What deck/ knows of one kind of slide. What is left out does not apply to it. */
export type SlideKind<S extends SlideBase> = FlowKind<S> | BlockKind<S>;

interface AnyKind<S> {
  /** Those who speak, for a catalogue. A cover leaves out a crowd: it is not asked. */
  people?(slide: S): readonly Person[];
}

/** A slide with a heading and something below it that may be parted. */
export interface FlowKind<S extends SlideBase> extends AnyKind<S> {
  readonly layout: 'flow';
  /** What is below the heading; of a section, between the paragraphs above and below its main block. */
  flow(slide: S, page: Page, rooms: Rooms): Breakable<S>;
  /** Slides with some of the columns each, where they are too many for one. */
  strips?(slide: S, page: Page): readonly S[];
  /** Its heading is a question that has a slide of its own: it is smaller, and its length is looked at there. */
  readonly isAnswer?: true;
  /** What does not fit, if neither smaller type nor further slides help; else a part of it. */
  readonly unbreakable?: UnbreakableText;
}

/** A slide that says one thing, in a block above people and places: it is never parted. */
export interface BlockKind<S extends SlideBase> extends AnyKind<S> {
  readonly layout: 'block';
  block(slide: S, page: Page): SingleBlock;
  /** What does not fit, if smaller type does not help. */
  readonly unbreakable: UnbreakableText;
  /** Its title is the heading of each answer, too, and must fit there. */
  readonly headsAnswers?: true;
  /** Whether it may leave out its people, so that the rest fits. */
  sparesPeople?(slide: S): boolean;
}

/** What the slide of a section has of its shape. */
export interface FromShape<K extends SectionKind, S extends SectionBase> {
  /** Without what all sections have. */
  fromShape(shape: ShapeOf<K>): Own<S>;
  /** It is a pause between sections: neither the agenda nor the footer counts it. */
  readonly isPause?: true;
}

export type Own<S extends SectionBase> = S extends unknown ? Omit<S, keyof SectionBase> : never;

/** What the first and the last unit of a slide have less of than the others, in pixels. */
export interface Rooms {
  readonly room: number;
  readonly above: number;
  readonly below: number;
}

export interface SingleBlock {
  /** Of all there is, the heading included, in pixels. */
  readonly height: number;
  /** What there is for it, in pixels. */
  readonly room: number;
  /** What it says. */
  readonly lines: number;
  readonly lineHeight: number;
}
