/** As many of `items` as are safe together; those in front go first. Halves what is not, so that most go in one. */
export function safeSubset<T>(
  items: readonly T[],
  isSafe: (items: readonly T[]) => boolean,
  given: readonly T[] = [],
): readonly T[] {
  if (items.length === 0 || isSafe([...given, ...items])) return items;
  if (items.length === 1) return [];
  const middle = Math.ceil(items.length / 2);
  const first = safeSubset(items.slice(0, middle), isSafe, given);
  return [...first, ...safeSubset(items.slice(middle), isSafe, [...given, ...first])];
}
