import type { Diagnostic, Edit } from '../../diagnostics/diagnostic.ts';
import type { Spot } from '../../spot.ts';
import type { AdviceContext } from './advice.ts';
import type { Change } from './passages/change.ts';
import { PlacedPassage } from './passages/placed-passage.ts';

/** What one text needs. */
export interface TextChanges {
  readonly file: string;
  /** Of the first. */
  readonly at: Spot;
  readonly args: { readonly text: string; readonly right: string; readonly count: number };
  readonly edits: readonly Edit[];
}

/** One finding for each text that needs changes: somebody who never types a blank would get hundreds. */
export function changesInTexts(
  { meetup: { event, talks, exchanges }, passagesOf }: AdviceContext,
  changesOf: (placed: PlacedPassage) => readonly Change[],
  report: (found: TextChanges) => Diagnostic,
): readonly Diagnostic[] {
  return [event, ...talks, ...exchanges].flatMap((summary) =>
    passagesOf(summary).flatMap((passage) => {
      const placed = new PlacedPassage(passage);
      const changes = changesOf(placed);
      const [first] = changes;
      if (!first) return [];
      const isGap = first.start === first.end;
      const at = isGap ? placed.spot(first.start - 1, first.end + 1) : placed.spot(first.start, first.end);
      const args = { ...placed.around(changes), count: changes.length };
      const edits = changes.flatMap((change) => placed.edit(change));
      return [report({ file: summary.source.path, at, args, edits })];
    }),
  );
}
