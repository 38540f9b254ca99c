/** `2-b.md` before `10-a.md`: the prefix is a number, the rest compares by code unit. */
export function byOrder(a: string, b: string): number {
  const difference = Number.parseInt(a, 10) - Number.parseInt(b, 10);
  if (difference) return difference;
  return a < b ? -1 : 1;
}
