import { type Memory, NO_MEMORY } from '../base/memory.ts';
import type { Deck } from '../deck/deck.ts';
import { type DeckTargets, deckTargets } from '../deck/outline.ts';
import { buildView } from './deck-view.ts';
import { compileTemplates, type RenderDeck, type TemplateSources } from './templates.ts';

export interface RenderedDeck {
  readonly deck: Deck;
  /** Text of a complete Slidev deck. */
  readonly text: string;
}

/**
 * Renders decks that link to each other, in order. Pure: the same decks and templates give the same bytes.
 * @param theme path of the Slidev theme, relative to slides/
 */
export function renderDecks(
  decks: readonly Deck[],
  sources: TemplateSources,
  theme: string,
  memory: Memory = NO_MEMORY,
): readonly RenderedDeck[] {
  const render = memory.recall('templates', sources, compileTemplates);
  // Keeps the object identical if nothing moved, since it is part of each deck's input.
  const targets = memory.recall('targets', deckTargets(decks), (found) => found);
  return decks.map((deck) =>
    memory.recall(`text ${deck.kind} ${deck.slug}`, { deck, theme, targets, render }, () =>
      renderDeck(deck, render, theme, targets),
    ),
  );
}

/** Renders one deck. @param targets link targets in other decks */
export function renderDeck(
  deck: Deck,
  render: RenderDeck,
  theme: string,
  targets: DeckTargets,
): RenderedDeck {
  return { deck, text: `${render(buildView(deck, theme, targets)).trim()}\n` };
}
