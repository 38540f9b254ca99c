import { joinResults, type Result } from '../../findings/finding.ts';
import type { Deck } from '../deck.ts';
import { isBlock, type Slide } from '../kinds/slides.ts';
import { type OwnFonts, type Page, pagesOf } from '../typeset/page.ts';
import { arrangeAnswers } from './arrange-answers.ts';
import { fitSingleBlock } from './fit-single-block.ts';
import { splitSlide } from './split-slide.ts';

/**
 * Gives each slide the largest type that lets it fit, continues on further slides what does not fit at all, and
 * numbers the parts. Findings name what can neither be set smaller nor be parted.
 */
export function paginate(deck: Deck, fonts: OwnFonts): Result<Deck> {
  const pages = pagesOf(deck, fonts);
  const cover = fitSingleBlock(deck.cover, pages);
  const slides = joinResults(deck.slides.map((slide) => setSlide(slide, pages)));
  return {
    value: { ...deck, cover: cover.value, slides: slides.value.flat() },
    findings: [...cover.findings, ...slides.findings],
  };
}

function setSlide(slide: Slide, pages: readonly Page[]): Result<readonly Slide[]> {
  if (isBlock(slide)) {
    const { value, findings } = fitSingleBlock(slide, pages);
    return { value: [value], findings };
  }
  return slide.kind === 'answers' ? arrangeAnswers(slide, pages) : splitSlide(slide, pages);
}
