import type { DevState, FindingCard } from '../../state/dev-state.ts';
import type { Words } from './words.ts';

/**
 * How many findings there are of each severity, in words; none of a severity is left out.
 * @param others errors that are no findings
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

/** The findings of each deck, by its slug: of its slides, and of the summary that it is made of. */
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
