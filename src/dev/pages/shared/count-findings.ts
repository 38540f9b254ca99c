import type { DevState, FindingCard } from '../../state/dev-state.ts';
import type { Words } from './words.ts';

/**
 * Describes the number of findings by severity, including zero.
 * @param others errors that are not findings
 */
export function countFindings(findings: readonly FindingCard[], words: Words, others = 0): readonly string[] {
  const count = (severity: FindingCard['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings] = [count('error') + others, count('warning')];
  const [notes, advice] = [count('note'), count('advice')];
  return [
    ...(errors > 0 ? [words.errors(errors)] : []),
    ...(warnings > 0 ? [words.warnings(warnings)] : []),
    ...(notes > 0 ? [words.notes(notes)] : []),
    ...(advice > 0 ? [words.advice(advice)] : []),
  ];
}

/** A finding with a key that stays the same when lines above it change. */
export interface KeyedFinding {
  readonly key: string;
  readonly finding: FindingCard;
}

const RANK = { error: 0, warning: 1, note: 2, advice: 3 } as const;

/** Errors first, otherwise in the given order; the key numbers the findings of one kind in a file. */
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

/** The findings of each deck, by slug: on its slides, and in its summary. */
export function findingsByDeck({ decks, findings }: DevState): ReadonlyMap<string, readonly FindingCard[]> {
  const madeOf = new Map(decks.flatMap(({ slug, source }) => (source === null ? [] : [[source, slug]])));
  const found = new Map<string, FindingCard[]>(decks.map(({ slug }) => [slug, []]));
  for (const finding of findings) {
    const slugs = new Set(finding.places.map(({ deck }) => deck));
    const own = madeOf.get(finding.file);
    if (own !== undefined) slugs.add(own);
    for (const slug of slugs) found.get(slug)?.push(finding);
  }
  return found;
}
