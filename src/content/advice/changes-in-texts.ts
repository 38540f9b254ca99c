import type { Edit, Finding } from '../../findings/finding.ts';
import type { Spot } from '../../spot.ts';
import type { Change } from './passages/change.ts';
import type { Passage } from './passages/passage.ts';
import { PlacedPassage } from './passages/placed-passage.ts';

/** What one text needs. */
export interface TextChanges {
  /** Of the first. */
  readonly at: Spot;
  readonly args: { readonly text: string; readonly right: string; readonly count: number };
  readonly edits: readonly Edit[];
}

/** One finding for each text that needs changes: somebody who never types a blank would get hundreds. */
export function changesInTexts(
  passages: readonly Passage[],
  changesOf: (placed: PlacedPassage) => readonly Change[],
  report: (found: TextChanges) => Finding,
): readonly Finding[] {
  return passages.flatMap((passage) => {
    const placed = new PlacedPassage(passage);
    const changes = changesOf(placed);
    const [first] = changes;
    if (!first) return [];
    const isGap = first.start === first.end;
    const at = isGap ? placed.spot(first.start - 1, first.end + 1) : placed.spot(first.start, first.end);
    const args = { ...placed.around(changes), count: changes.length };
    const edits = changes.flatMap((change) => placed.edit(change));
    return [report({ at, args, edits })];
  });
}
