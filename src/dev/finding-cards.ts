import type { Deck } from '../deck/deck.ts';
import { type Finding, groupByFile, toMessage } from '../findings/finding.ts';
import { codeFrame, type LinesOf } from '../findings/report/terminal.ts';
import type { Memory } from '../memory.ts';
import type { FindingCard } from './dev-state.ts';
import { placesOf, type ShownIn, shownFiles } from './places-of.ts';

/** Findings in words, with the slides that they concern. @param memory of the times before */
export function findingCards(
  findings: readonly Finding[],
  decks: readonly Deck[],
  linesOf: LinesOf,
  memory: Memory,
): readonly FindingCard[] {
  const shown = shownFiles(decks);
  const cards = new Map<Finding, FindingCard>();
  for (const [file, own] of groupByFile(findings)) {
    const input = { own, lines: linesOf(file), shown: shown.get(file) ?? [] };
    const made = memory.recall(`findings ${file}`, input, toCards);
    for (const [index, finding] of own.entries()) {
      const card = made[index];
      if (card) cards.set(finding, card);
    }
  }
  return findings.flatMap((finding) => cards.get(finding) ?? []);
}

interface FileFindings {
  readonly own: readonly Finding[];
  readonly lines: readonly string[] | null;
  readonly shown: readonly ShownIn[];
}

function toCards({ own, lines, shown }: FileFindings): readonly FindingCard[] {
  return own.map((finding) => {
    const { severity, code, file, at } = finding;
    return {
      severity,
      code,
      file,
      line: at.line,
      column: at.column,
      ...toMessage(finding),
      frame: lines ? codeFrame(lines, at) : '',
      places: placesOf(at.line, shown),
    };
  });
}
