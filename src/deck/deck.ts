import type { Look } from '../content/summary/meetup.ts';
import type { CoverSlide, Slide } from './kinds/slides.ts';
import type { Labels } from './labels.ts';
import type { Accent, Person } from './slide.ts';

/**
 * `opening` and `closing` have the sections of event.md; `meetup` is the cover of all decks together if there is no
 * opening, and not a deck of its own.
 */
export type DeckKind = 'opening' | 'speaker' | 'qa' | 'closing' | 'meetup';

export interface Deck {
  readonly kind: DeckKind;
  /** Base name of the deck's file. */
  readonly slug: string;
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  /** Names in the meetup, which are not broken across lines. */
  readonly names?: readonly string[];
  /** The fixed words of its slides. */
  readonly labels: Labels;
  readonly author: string;
  /** Speakers of the talk; empty for decks of the whole meetup. */
  readonly speakers: readonly Person[];
  /** Null for decks of the whole meetup, where colours stand for people. */
  readonly accent: Accent | null;
  readonly look: Look;
  /** Whether points, steps and answers appear one by one, on click. */
  readonly reveal: boolean;
  readonly cover: CoverSlide;
  readonly slides: readonly Slide[];
  /** After pagination: for each slide, beginning with the cover, the unpaginated slide that it is part of. */
  readonly wholes?: readonly (CoverSlide | Slide)[];
}
