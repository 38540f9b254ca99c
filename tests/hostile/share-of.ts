import fc from 'fast-check';
import { IS_WHOLE } from '../deep.ts';
import { SEED } from './seed.ts';

/** A share of the items in order, with some of every group; all items when everything is tried. */
export function shareOf<T>(items: readonly T[], groupOf: (item: T) => string, share: number): readonly T[] {
  if (IS_WHOLE) return items;
  return [...new Set(items.map(groupOf))].flatMap((group) => {
    const members = items.filter((item) => groupOf(item) === group);
    const count = Math.ceil(members.length * share);
    const some = fc.shuffledSubarray([...members.keys()], { minLength: count, maxLength: count });
    const [chosen = []] = fc.sample(some, { seed: SEED, numRuns: 1 });
    return members.filter((_, index) => chosen.includes(index));
  });
}
