import { joinResults, type Result } from '../../findings/finding.ts';
import type { Deck } from '../deck.ts';
import { type CoverSlide, isBlock, type Slide } from '../kinds/slides.ts';
import { type OwnFonts, type Page, pagesOf } from '../typeset/page.ts';
import { alternate } from './alternate.ts';
import { arrangeAnswers } from './arrange-answers.ts';
import { fitSingleBlock } from './fit-single-block.ts';
import { type Measured, measuredPages, NOTHING_MEASURED } from './measured.ts';
import { splitSlide } from './split-slide.ts';

/**
 * Sets each slide in the largest type that fits, splits slides that do not fit at all, and numbers the parts. The
 * speaker's slide is dropped if the cover says everything about the speakers. Findings name content that can neither
 * shrink nor be broken.
 * @param measured measurements of slides in a browser
 */
export function paginate(deck: Deck, fonts: OwnFonts, measured: Measured = NOTHING_MEASURED): Result<Deck> {
  const pages = pagesOf(deck, fonts);
  const pagesFor = (slide: Slide | CoverSlide) => measuredPages(deck.slug, slide, pages, measured);
  const cover = fitSingleBlock(deck.cover, pagesFor(deck.cover));
  const isSaid = ({ kind }: Slide) => cover.value.saysWho && (kind === 'speaker' || kind === 'speakers');
  const others = deck.slides.filter((slide) => !isSaid(slide));
  const slides = joinResults(others.map((slide) => setSlide(slide, pagesFor(slide))));
  const wholes = others.flatMap((slide, index) => (slides.value[index] ?? []).map(() => slide));
  return {
    value: {
      ...deck,
      cover: cover.value,
      slides: alternate(slides.value.flat()),
      wholes: [deck.cover, ...wholes],
    },
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
