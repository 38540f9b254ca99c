import type { Shard } from './plan.ts';

/**
 * The decks of one shard: all shards together have every deck once, and about as many slides each. The largest decks
 * are given out first, each to the shard that has least; every machine comes to the same division.
 */
export function takeShard<D extends { readonly slug: string; readonly origins: readonly unknown[] }>(
  decks: readonly D[],
  { index, of }: Shard,
): readonly D[] {
  const loads = Array.from({ length: of }, () => 0);
  const mine = new Set<string>();
  const largestFirst = [...decks].sort((a, b) => b.origins.length - a.origins.length);
  for (const { slug, origins } of largestFirst) {
    const shard = loads.indexOf(Math.min(...loads));
    loads[shard] = (loads[shard] ?? 0) + origins.length;
    if (shard === index - 1) mine.add(slug);
  }
  return decks.filter(({ slug }) => mine.has(slug));
}
