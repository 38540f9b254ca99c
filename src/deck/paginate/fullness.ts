import type { Deck } from '../deck.ts';
import { footnotesHeight } from '../footnotes.ts';
import { type CoverSlide, isBlock, kindOf, type Slide } from '../kinds/slides.ts';
import { type OwnFonts, pageOf } from '../typeset/page.ts';
import { fillOf } from './lay-out.ts';

/** Of the type that a slide is set in before it goes on on another one. */
const SMALLEST = 2;

/**
 * How much a slide has of the most that one slide can hold, in the smallest type: at 1 the next line begins another
 * slide, or is too much for it. Null for parts of a section, which share what there is.
 */
export function fullness(slide: Slide | CoverSlide, deck: Deck, fonts: OwnFonts): number | null {
  if (slide.part !== null) return null;
  const page = pageOf(deck, fonts, SMALLEST);
  if (isBlock(slide)) {
    const { height, room } = kindOf(slide).block(slide, page);
    return (height + footnotesHeight(slide, page)) / room;
  }
  return slide.kind === 'answers' ? null : fillOf(slide, page);
}
