import type { Slide } from '../kinds/slides.ts';

/**
 * Gives every second of consecutive figures, quotes and statements the alternative background, so that no two in a row
 * look the same. Parts of a section look alike.
 */
export function alternate(slides: readonly Slide[]): readonly Slide[] {
  let isOther = false;
  return slides.map((slide, index) => {
    const before = slides[index - 1];
    const form = formOf(slide);
    const isPart = slide.part !== null && slide.part.index > 1;
    if (!isPart) isOther = form !== null && before !== undefined && formOf(before) === form && !isOther;
    return isOther ? { ...slide, isOther: true } : slide;
  });
}

function formOf({ kind, voice }: Slide): string | null {
  if (kind === 'stats' || kind === 'quote') return kind;
  return voice === 'statement' && (kind === 'points' || kind === 'text') ? voice : null;
}
