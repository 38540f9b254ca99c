import type { DevState, FindingCard } from '../state/dev-state.ts';

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
