/**
 * Replaces a piece of Slidev's client that must occur exactly once.
 * @param what the piece belongs to, for the error
 * @throws Error if this version of Slidev differs
 */
export function replaceOnce(code: string, before: string, after: string, what: string): string {
  const [start = '', end, ...more] = code.split(before);
  if (end === undefined || more.length > 0) throw new Error(`this version of Slidev has another ${what}`);
  return `${start}${after}${end}`;
}
