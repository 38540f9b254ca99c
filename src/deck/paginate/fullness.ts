import type { Deck } from '../deck.ts';
import { footnotesHeight } from '../footnotes.ts';
import { type CoverSlide, isBlock, kindOf, type Slide } from '../kinds/slides.ts';
import { type OwnFonts, pageOf } from '../typeset/page.ts';
import { fillOf } from './lay-out.ts';

/** Smallest type: beyond it, a slide continues on another one. */
const SMALLEST = 2;

/**
 * How full a slide is, relative to the most that fits in the smallest type: at 1, the next line would begin another
 * slide or not fit. Null for parts of a section, which share its content.
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
