import type { SectionKind, Shape } from '../../content/kinds/shapes.ts';
import type { Breakable } from '../flow/breakable.ts';
import type { Page } from '../typeset/page.ts';
import { bars, stats } from './figure-slides.ts';
import { frameFlow } from './frame-flow.ts';
import { beside, columns, full, pictures } from './layout-slides.ts';
import { links, video } from './link-slides.ts';
import { points, steps, timeline } from './list-slides.ts';
import { agenda, answered, index, programme } from './overview-slides.ts';
import { answer, answers, speaker, speakers } from './person-slides.ts';
import { series, stacks } from './series-slides.ts';
import type { BlockKind, FlowKind, FromShape, SlideKind } from './slide-kind.ts';
import { type CoverSlide, closing, cover, divider, question, takeaway } from './statement-slides.ts';
import { matrix, table } from './table-slides.ts';
import { code, diagram, figure, quote, text } from './text-slides.ts';

/** One per kind of section in content/. */
const SECTIONS = {
  points,
  steps,
  text,
  series,
  table,
  bars,
  stacks,
  timeline,
  stats,
  quote,
  full,
  beside,
  pictures,
  figure,
  code,
  diagram,
  columns,
  video,
  divider,
};

const KINDS = {
  cover,
  speaker,
  speakers,
  agenda,
  ...SECTIONS,
  takeaway,
  answered,
  index,
  question,
  answer,
  answers,
  matrix,
  programme,
  links,
  closing,
};

type Kinds = typeof KINDS;
type OfKind<Kind> = Kind extends SlideKind<infer S> ? S : never;
type Laid<Layout extends string> = {
  [K in keyof Kinds]: Kinds[K] extends { readonly layout: Layout } ? OfKind<Kinds[K]> : never;
}[keyof Kinds];

export type { CoverSlide };
/** Any slide except the cover, which is separate in a deck. */
export type Slide = Exclude<Laid<string>, CoverSlide>;
export type SlideOf<K extends Slide['kind']> = Extract<Slide, { kind: K }>;
/** Slides made from sections of a summary. */
export type SectionSlide = SlideOf<SectionKind>;
/** Slides that may be broken. */
export type FlowingSlide = Laid<'flow'>;
/** Slides with a single statement, never broken. */
export type BlockSlide = Laid<'block'>;

export function isBlock(slide: Slide | CoverSlide): slide is BlockSlide {
  return KINDS[slide.kind].layout === 'block';
}

/** The kind of a slide; call it only with that slide. */
export function kindOf(slide: BlockSlide): BlockKind<BlockSlide>;
export function kindOf(slide: FlowingSlide): FlowKind<FlowingSlide>;
export function kindOf(slide: Slide): SlideKind<Slide>;
export function kindOf({ kind }: Slide | CoverSlide): SlideKind<Slide | CoverSlide> {
  return KINDS[kind];
}

/** The kind of the slide made from a shape. */
export function sectionKindOf({ kind }: Shape): FromShape<SectionKind, SectionSlide> {
  return SECTIONS[kind];
}

/** Content below a slide's heading. @param room available height, in pixels */
export function flowOf(slide: FlowingSlide, page: Page, room: number): Breakable<Slide> {
  const { flow } = kindOf(slide);
  return 'lead' in slide
    ? frameFlow(slide, page, room, (rooms) => flow(slide, page, rooms) as Breakable<typeof slide>)
    : flow(slide, page, { room, above: 0, below: 0 });
}
