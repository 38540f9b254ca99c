import { LABEL_NAMES } from '../content/summary/labels.ts';
import { plainText } from '../content/summary/markup.ts';
import type { Deck } from '../deck/deck.ts';
import type { DeckTargets } from '../deck/outline.ts';
import { lineEndsOf } from '../deck/typeset/page.ts';
import { Inert } from './inert.ts';
import type { DeckView, SlideView } from './kinds/views.ts';
import { accentColor, assetFile } from './look-css.ts';
import { type Moments, type SectionNumbers, slideView } from './slide-view.ts';

/**
 * The view of a deck for templates.
 * @param theme path of the Slidev theme, relative to slides/
 * @param targets link targets in other decks
 * @param moments addresses of the recording, by the citations of the deck
 */
export function buildView(deck: Deck, theme: string, targets: DeckTargets, moments: Moments = {}): DeckView {
  const numbers = sectionNumbers(deck);
  const { labels } = deck;
  const words = (value: string) =>
    Inert.words(value, {
      place: 'slide',
      labels,
      footnoteNumber: () => null,
      imagePath: () => '',
      slideNumber: () => null,
    });
  const slides: SlideView[] = [];
  const view: DeckView = {
    kind: deck.kind,
    slug: deck.slug,
    title: words(deck.title),
    author: words(deck.author),
    lang: words(deck.lang),
    theme: words(theme),
    accent: accentColor(deck.accent, 'var(--ink)'),
    look: deck.look.theme,
    ratio: deck.look.ratio.replace(':', '/'),
    logo:
      deck.look.logo === null
        ? null
        : {
            src: Inert.markdown(`./${assetFile(deck.look.logo.path)}`),
            alt: words(deck.cover.organizer ?? deck.cover.event ?? deck.title),
          },
    reveal: deck.reveal,
    labels: Object.fromEntries(
      LABEL_NAMES.map((name) => [name, words(deck.labels[name])]),
    ) as DeckView['labels'],
    slides,
  };
  const lineEnds = lineEndsOf(deck);
  for (const slide of [deck.cover, ...deck.slides]) {
    slides.push(slideView(slide, view, deck, lineEnds, numbers, targets, moments));
  }
  return view;
}

/**
 * Targets of `#title` and `#anchor` links in summaries, and of the agenda. The first of several sections with the same
 * name wins.
 */
function sectionNumbers(deck: Deck): SectionNumbers {
  const byTitle = new Map<string, number>();
  const byAnchor = new Map<string, number>();
  const byOrigin = new Map<string, number>();
  deck.slides.forEach((slide, index) => {
    if (!('lead' in slide)) return;
    const { file, line } = slide.origin;
    for (const [numbers, key] of [
      [byTitle, plainText(slide.title)],
      ...slide.anchors.map((anchor) => [byAnchor, anchor] as const),
      [byOrigin, line],
    ] as const) {
      if (!numbers.has(keyOf(file, key))) numbers.set(keyOf(file, key), index + 2);
    }
  });
  return {
    byTitle: (file, title) => byTitle.get(keyOf(file, title)) ?? byAnchor.get(keyOf(file, title)) ?? null,
    byOrigin: ({ file, line }) => byOrigin.get(keyOf(file, line)) ?? 1,
  };
}

function keyOf(file: string, key: string | number): string {
  return `${file}\n${key}`;
}
