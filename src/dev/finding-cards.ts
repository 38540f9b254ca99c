import type { Deck } from '../deck/deck.ts';
import { codeFrame } from '../diagnostics/code-frame.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { toMessage } from '../diagnostics/message.ts';
import type { LinesOf } from '../diagnostics/report-text.ts';
import type { FindingCard } from './dev-state.ts';
import { placesOf } from './places-of.ts';

/** Findings in words, with the slides that they concern. */
export function findingCards(
  diagnostics: readonly Diagnostic[],
  decks: readonly Deck[],
  linesOf: LinesOf,
): readonly FindingCard[] {
  return diagnostics.map((diagnostic) => {
    const { severity, code, file, at } = diagnostic;
    const lines = linesOf(file);
    return {
      severity,
      code,
      file,
      line: at.line,
      column: at.column,
      ...toMessage(diagnostic),
      frame: lines ? codeFrame(lines, at) : '',
      places: placesOf(file, at.line, decks),
    };
  });
}
