import type { Look } from '../content/summary/meetup.ts';
import type { CoverSlide, Slide } from './kinds/slides.ts';
import type { Labels } from './labels.ts';
import type { Accent, Person } from './slide.ts';

/**
 * `opening` and `closing` are the sections of event.md; `meetup` is what stands in front of all decks where there is no
 * opening, and is no deck of its own.
 */
export type DeckKind = 'opening' | 'speaker' | 'qa' | 'closing' | 'meetup';

export interface Deck {
  readonly kind: DeckKind;
  /** Base name of the deck's file. */
  readonly slug: string;
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  /** Its own words. */
  readonly labels: Labels;
  readonly author: string;
  /** Who give the talk; none for decks of the whole meetup. */
  readonly speakers: readonly Person[];
  /** Null for decks of the whole meetup: there a colour means a person. */
  readonly accent: Accent | null;
  readonly look: Look;
  /** Whether points, steps and answers come one by one, on click. */
  readonly reveal: boolean;
  readonly cover: CoverSlide;
  readonly slides: readonly Slide[];
  /** Of a deck that is set: for each slide, the cover first, what it is a part of. */
  readonly wholes?: readonly (CoverSlide | Slide)[];
}
