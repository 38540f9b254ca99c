import type { FindingCard } from '../state/dev-state.ts';

/** A finding that knows itself again after lines above it were written. */
export interface KeyedFinding {
  readonly key: string;
  readonly finding: FindingCard;
}

const RANK = { error: 0, warning: 1, note: 2, advice: 3 } as const;

/** Errors first, else in the order given; each with a name that stays: the how many-eth of its kind in its file. */
export function findingKeys(findings: readonly FindingCard[]): readonly KeyedFinding[] {
  const counts = new Map<string, number>();
  return findings
    .toSorted((a, b) => RANK[a.severity] - RANK[b.severity])
    .map((finding) => {
      const kind = `${finding.file}\n${finding.code}`;
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return { key: `${kind}\n${count}`, finding };
    });
}
