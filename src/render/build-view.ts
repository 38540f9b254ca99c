import { plainText } from '../content/inline.ts';
import type { Deck } from '../deck/deck.ts';
import { labelsFor } from '../deck/labels.ts';
import { Inert } from './inert.ts';
import { type SectionNumbers, slideView } from './slide-view.ts';
import type { DeckView, SlideView } from './view.ts';

/** What the templates see of a deck. @param theme path of the Slidev theme, relative to slides/ */
export function buildView(deck: Deck, theme: string): DeckView {
  const numbers = sectionNumbers(deck);
  const words = (value: string) =>
    Inert.words(value, { place: 'slide', imagePath: () => '', slideNumber: () => null });
  const slides: SlideView[] = [];
  const view: DeckView = {
    kind: deck.kind,
    slug: deck.slug,
    title: words(deck.title),
    author: words(deck.author),
    lang: words(deck.lang),
    theme: words(theme),
    accent: deck.accent,
    labels: labelsFor(deck.lang),
    slides,
  };
  for (const slide of [deck.cover, ...deck.slides]) {
    slides.push(slideView(slide, view, numbers));
  }
  return view;
}

/**
 * Numbers of the slides that sections became, by summary and title: what a link `#title` in that summary
 * leads to. Of two sections with one title, or parts of one, the first.
 */
function sectionNumbers(deck: Deck): SectionNumbers {
  const numbers = new Map<string, number>();
  deck.slides.forEach((slide, index) => {
    if (!('lead' in slide)) return;
    const key = sectionKey(slide.origin.file, plainText(slide.title));
    if (!numbers.has(key)) numbers.set(key, index + 2);
  });
  return (file, title) => numbers.get(sectionKey(file, title)) ?? null;
}

function sectionKey(file: string, title: string): string {
  return `${file}\n${title}`;
}
