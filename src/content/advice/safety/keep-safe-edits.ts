import type { Edit, Finding } from '../../../findings/finding.ts';
import type { Memory } from '../../../memory.ts';
import type { Steps } from '../../../steps.ts';
import type { AnySummary } from '../../inlines.ts';
import { safeSubset } from './safe-subset.ts';
import { createSafetyCheck } from './safety-check.ts';

/**
 * Takes away the edits that would do more than they should: change what YAML or Markdown makes of a file, or
 * where a link leads. The finding stays.
 */
export function* keepSafeEdits(
  findings: readonly Finding[],
  summaryOf: (file: string) => AnySummary | null,
  memory: Memory,
): Steps<readonly Finding[]> {
  const edits = new Map<string, Edit[]>();
  for (const { file, edits: own = [] } of findings) {
    const known = edits.get(file);
    if (known) known.push(...own);
    else if (own.length > 0) edits.set(file, [...own]);
  }
  const safe = new Set<Edit>();
  for (const [file, own] of edits) {
    yield;
    const summary = summaryOf(file);
    if (!summary) continue;
    const isSafe = memory.recall(`safe edits ${file}`, { summary, own }, areSafe);
    for (const [index, edit] of own.entries()) if (isSafe[index]) safe.add(edit);
  }
  return findings.map((finding) => {
    const { edits: own = [], ...rest } = finding;
    const kept = own.filter((edit) => safe.has(edit));
    if (kept.length === own.length) return finding;
    return kept.length > 0 ? { ...finding, edits: kept } : rest;
  });
}

/** Of each edit, whether it is among those that are kept. */
function areSafe({
  summary,
  own,
}: {
  readonly summary: AnySummary;
  readonly own: readonly Edit[];
}): readonly boolean[] {
  const safe = new Set(safeSubset(own, createSafetyCheck(summary)));
  return own.map((edit) => safe.has(edit));
}
