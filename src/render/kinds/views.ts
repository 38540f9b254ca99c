import type { CoverSlide, Slide } from '../../deck/kinds/slides.ts';
import type { DeckFacts } from '../view.ts';
import { bars, matrix, stats, table } from './figure-views.ts';
import { beside, columns, full, pictures } from './layout-views.ts';
import { links, video } from './link-views.ts';
import { points, steps, timeline } from './list-views.ts';
import { agenda, answered, index, programme, speaker, speakers } from './overview-views.ts';
import { series, stacks } from './series-views.ts';
import { answer, answers, closing, cover, divider, question, takeaway } from './statement-views.ts';
import { code, diagram, figure, quote, text } from './text-views.ts';
import type { Maker, Own, ViewKind } from './view-kind.ts';

const KINDS = {
  cover,
  speaker,
  speakers,
  agenda,
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

type OfKind<Kind> = Kind extends ViewKind<infer _, infer V> ? V : never;

/** Context of a slide's template. */
export type SlideView = { [K in keyof typeof KINDS]: OfKind<(typeof KINDS)[K]> }[keyof typeof KINDS];

/** Context of a deck's template. */
export interface DeckView extends DeckFacts {
  readonly slides: readonly SlideView[];
}

/** The part of a slide's view specific to its kind. */
export function ownView(slide: Slide | CoverSlide, make: Maker): Own<SlideView> {
  const kind: ViewKind<Slide | CoverSlide, SlideView> = KINDS[slide.kind];
  return kind.view(slide, make);
}
