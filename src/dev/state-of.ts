import type { Deck } from '../deck/deck.ts';
import type { LinesOf } from '../findings/report/terminal.ts';
import type { Memory } from '../memory.ts';
import { deckCard } from './deck-card.ts';
import type { DevState } from './dev-state.ts';
import { findingCards } from './finding-cards.ts';
import type { LiveState } from './live-meetup.ts';
import { questionCards } from './question-cards.ts';

/** What the pages are told. @param memory of the times before: what is the same is the same object */
export function stateOf(
  { compilation, findings, problem }: Pick<LiveState, 'compilation' | 'findings' | 'problem'>,
  linesOf: LinesOf,
  memory: Memory,
): DevState {
  const decks = (compilation?.decks ?? []).map(({ deck }) => deck);
  return {
    event: compilation && eventOf(compilation.front.deck),
    decks: decks.map((deck) => memory.recall(`deck ${deck.slug}`, deck, deckCard)),
    questions: decks.flatMap((deck) => memory.recall(`questions ${deck.slug}`, deck, questionCards)),
    findings: findingCards(findings, decks, linesOf, memory),
    problem,
  };
}

function eventOf({ title, lang, look, cover }: Deck): DevState['event'] {
  const { subtitle, date } = cover;
  return { title, subtitle, date, lang, look: look.theme, ratio: look.ratio.replace(':', '/') };
}
