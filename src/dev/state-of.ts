import type { Deck } from '../deck/deck.ts';
import type { LinesOf } from '../diagnostics/report-text.ts';
import { deckCard } from './deck-card.ts';
import type { DevState } from './dev-state.ts';
import { findingCards } from './finding-cards.ts';
import type { LiveState } from './live-meetup.ts';
import { questionCards } from './question-cards.ts';

/** What the pages are told. */
export function stateOf({ compilation, diagnostics, problem }: LiveState, linesOf: LinesOf): DevState {
  const decks = (compilation?.decks ?? []).map(({ deck }) => deck);
  return {
    event: compilation && eventOf(compilation.front.deck),
    decks: decks.map(deckCard),
    questions: decks.flatMap(questionCards),
    findings: findingCards(diagnostics, decks, linesOf),
    problem,
  };
}

function eventOf({ title, lang, look, cover }: Deck): DevState['event'] {
  const { subtitle, date } = cover;
  return { title, subtitle, date, lang, look: look.theme, ratio: look.ratio.replace(':', '/') };
}
