import { plainText } from '../content/inline.ts';
import type { Deck } from '../deck/deck.ts';
import { labelsFor } from '../deck/labels.ts';
import { Inert } from './inert.ts';
import { slideView } from './slide-view.ts';
import type { DeckView, SlideView } from './view.ts';

/** What the templates see of a deck. @param theme path of the Slidev theme, relative to slides/ */
export function buildView(deck: Deck, theme: string): DeckView {
  const numbers = slideNumbers(deck);
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

/** By title; of two slides with one title, or parts of one, the first. */
function slideNumbers(deck: Deck): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  deck.slides.forEach(({ title }, index) => {
    const key = plainText(title);
    if (!numbers.has(key)) numbers.set(key, index + 2);
  });
  return numbers;
}
