import type { Deck } from '../deck/deck.ts';
import { codeFrame } from '../diagnostics/code-frame.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { toMessage } from '../diagnostics/message.ts';
import type { LinesOf } from '../diagnostics/report-text.ts';
import type { Memory } from '../memory.ts';
import type { FindingCard } from './dev-state.ts';
import { placesOf, type ShownIn, shownFiles } from './places-of.ts';

/** Findings in words, with the slides that they concern. @param memory of the times before */
export function findingCards(
  diagnostics: readonly Diagnostic[],
  decks: readonly Deck[],
  linesOf: LinesOf,
  memory: Memory,
): readonly FindingCard[] {
  const shown = shownFiles(decks);
  const byFile = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const own = byFile.get(diagnostic.file);
    if (own) own.push(diagnostic);
    else byFile.set(diagnostic.file, [diagnostic]);
  }
  const cards = new Map<Diagnostic, FindingCard>();
  for (const [file, own] of byFile) {
    const input = { own, lines: linesOf(file), shown: shown.get(file) ?? [] };
    const made = memory.recall(`findings ${file}`, input, toCards);
    for (const [index, diagnostic] of own.entries()) {
      const card = made[index];
      if (card) cards.set(diagnostic, card);
    }
  }
  return diagnostics.flatMap((diagnostic) => cards.get(diagnostic) ?? []);
}

interface FileFindings {
  readonly own: readonly Diagnostic[];
  readonly lines: readonly string[] | null;
  readonly shown: readonly ShownIn[];
}

function toCards({ own, lines, shown }: FileFindings): readonly FindingCard[] {
  return own.map((diagnostic) => {
    const { severity, code, file, at } = diagnostic;
    return {
      severity,
      code,
      file,
      line: at.line,
      column: at.column,
      ...toMessage(diagnostic),
      frame: lines ? codeFrame(lines, at) : '',
      places: placesOf(at.line, shown),
    };
  });
}
