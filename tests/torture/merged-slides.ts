import { readContent } from '../../src/content/read/read.ts';
import { validate } from '../../src/content/validate/validate.ts';
import type { Deck } from '../../src/deck/deck.ts';
import { type FlowingSlide, isBlock, type Slide } from '../../src/deck/kinds/slides.ts';
import { modelDecks } from '../../src/deck/model/model.ts';
import { type LaidPart, layOutSlide } from '../../src/deck/paginate/lay-out.ts';
import { pagesOf } from '../../src/deck/typeset/page.ts';

/** More pairs per slide prove nothing new. */
const MOST_PAIRS = 3;
const NO_FONTS = { regular: null, bold: null, heading: null, code: null };

/**
 * The decks of the meetup below `root`, with slides that must not fit: adjacent parts of each split slide merged into
 * one, in the smallest type.
 */
export function mergedDecks(root: string): readonly Deck[] {
  const { meetup } = validate(readContent(root));
  return modelDecks(meetup).map((deck) => {
    const pages = pagesOf(deck, NO_FONTS);
    return {
      ...deck,
      slug: `${deck.slug}-merged`,
      slides: deck.slides.flatMap(flowing).flatMap(mergedSlides),
    };

    function mergedSlides(slide: FlowingSlide): readonly Slide[] {
      const parts = layOutSlide(slide, pages)?.parts ?? [];
      const pairs = parts.slice(1).flatMap((part, index) => pairOf(parts[index], part, index, parts.length));
      const step = Math.max(1, Math.floor(pairs.length / MOST_PAIRS));
      return pairs.filter((_, index) => index % step === 0).slice(0, MOST_PAIRS);
    }
  });
}

function flowing(slide: Slide): readonly FlowingSlide[] {
  if (isBlock(slide)) return [];
  if (slide.kind !== 'answers') return [slide];
  const { answers, ...base } = slide;
  return answers.map((answer) => ({ ...base, ...answer, kind: 'answer' }));
}

function pairOf(
  first: LaidPart | undefined,
  second: LaidPart,
  index: number,
  total: number,
): readonly Slide[] {
  // Parts with different columns cannot be merged.
  if (!first || first.content !== second.content) return [];
  const part = total > 2 ? { index: index + 1, total: total - 1 } : null;
  return [{ ...first.content.cut(first.start, second.end), density: 2, part, notes: [] }];
}
