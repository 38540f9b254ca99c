/**
 * How many times longer one text takes than eight texts of an eighth of its length, in CPU time: about 1 if the work is
 * linear in the length, 8 if quadratic. Measured side by side, after a warm-up, and again if it seems slow: garbage
 * left by other tests can only add to a time.
 * @param unit is repeated
 * @param length of the long text, in UTF-16 units
 */
export function slowdown(work: (text: string) => void, unit: string, length: number): number {
  const text = (share: number) => unit.repeat(length / share / unit.length);
  work(text(PARTS));
  let [parts, whole] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < ROUNDS && !(whole / parts < LINEAR); round += 1) {
    const inParts = cpuTime(() => {
      for (let part = 0; part < PARTS; part += 1) work(text(PARTS));
    });
    parts = Math.min(parts, inParts);
    whole = Math.min(
      whole,
      cpuTime(() => work(text(1))),
    );
  }
  return whole / parts;
}

/** Well below quadratic; leaves room for a garbage collection in either half. */
export const LINEAR = 3;

const PARTS = 8;
const ROUNDS = 3;

function cpuTime(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}
