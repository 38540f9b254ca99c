import type { Deck } from '../deck/deck.ts';
import { buildView } from './build-view.ts';
import { compileTemplates } from './compile-templates.ts';
import type { TemplateSources } from './load-templates.ts';

export interface RenderedDeck {
  readonly deck: Deck;
  /** A whole Slidev deck. */
  readonly text: string;
}

/**
 * Pure: the same decks and templates give the same bytes.
 * @param theme path of the Slidev theme, relative to slides/
 */
export function renderDecks(
  decks: readonly Deck[],
  sources: TemplateSources,
  theme: string,
): readonly RenderedDeck[] {
  const render = compileTemplates(sources);
  return decks.map((deck) => ({ deck, text: `${render(buildView(deck, theme)).trim()}\n` }));
}
