import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { arrangeAnswers } from './arrange-answers.ts';
import type { Deck, Slide } from './deck.ts';
import { fitStatement } from './fit-statement.ts';
import type { OwnFonts } from './own-fonts.ts';
import { pagesOf } from './page.ts';
import { splitSlide } from './split-slide.ts';

/**
 * Gives each slide the largest type that lets it fit, continues on further slides what does not fit at all, and
 * numbers the parts. Reports what can neither be set smaller nor be parted.
 */
export function paginate(
  deck: Deck,
  fonts: OwnFonts,
): { readonly deck: Deck; readonly diagnostics: readonly Diagnostic[] } {
  const pages = pagesOf(deck, fonts);
  const diagnostics: Diagnostic[] = [];
  const report = (found: Diagnostic) => diagnostics.push(found);
  const cover = fitStatement(deck.cover, pages, report);
  const slides = deck.slides.flatMap((slide): readonly Slide[] => {
    switch (slide.kind) {
      case 'takeaway':
      case 'question':
      case 'closing':
        return [fitStatement(slide, pages, report)];
      case 'answers':
        return arrangeAnswers(slide, pages, report);
      default:
        return splitSlide(slide, pages, report);
    }
  });
  return { deck: { ...deck, cover, slides }, diagnostics };
}
