import { type Memory, NO_MEMORY } from '../base/memory.ts';
import { momentOf, type Recording } from '../content/summary/recording.ts';
import type { Deck } from '../deck/deck.ts';
import { type DeckTargets, deckTargets } from '../deck/outline.ts';
import { buildView } from './deck-view.ts';
import type { Moments } from './slide-view.ts';
import type { TemplateSources } from './strict-templates.ts';
import { compileTemplates, type RenderDeck } from './templates.ts';

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
  recording: Recording | null = null,
): readonly RenderedDeck[] {
  const render = compileTemplates(sources);
  // Keeps the same object if nothing moved, since it is part of each deck's input.
  const targets = memory.recall('targets', deckTargets(decks), (found) => found);
  return decks.map((deck) => {
    const moments = momentsOf(deck, recording);
    return memory.recall(`text ${deck.kind} ${deck.slug}`, { deck, theme, targets, render, moments }, () =>
      renderDeck(deck, render, theme, targets, moments),
    );
  });
}

/** Addresses of a deck's citations, such as `L73-79`, in the recording. */
function momentsOf({ cover, slides }: Deck, recording: Recording | null): Moments {
  if (!recording) return {};
  const cited = new Set([cover, ...slides].flatMap(({ sources }) => sources));
  return Object.fromEntries(
    [...cited].flatMap((text) => {
      const address = momentOf(recording, Number(/\d+/.exec(text)?.[0] ?? 0));
      return address === null ? [] : [[text, address]];
    }),
  );
}

/** Renders one deck. @param targets link targets in other decks */
export function renderDeck(
  deck: Deck,
  render: RenderDeck,
  theme: string,
  targets: DeckTargets,
  moments: Moments = {},
): RenderedDeck {
  return { deck, text: `${render(buildView(deck, theme, targets, moments)).trim()}\n` };
}
