/**
 * How many times longer one text takes than eight that are an eighth as long, in time of the processor: about 1 where
 * the work is linear in the length, 8 where it is quadratic. Both are measured side by side, after one that warms up.
 * @param unit is repeated
 * @param length of the long text, in UTF-16 units
 */
export function slowdown(work: (text: string) => void, unit: string, length: number): number {
  const text = (share: number) => unit.repeat(length / share / unit.length);
  work(text(PARTS));
  const parts = cpuTime(() => {
    for (let part = 0; part < PARTS; part += 1) work(text(PARTS));
  });
  return cpuTime(() => work(text(1))) / parts;
}

/** What is well below quadratic; a collection of garbage may fall into either half. */
export const LINEAR = 3;

const PARTS = 8;

function cpuTime(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}
