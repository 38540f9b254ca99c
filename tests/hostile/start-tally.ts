import { afterAll } from 'vitest';
import { IS_WHOLE } from '../deep.ts';

/** Adds to the counts of a kind: vectors tried, and those that did or showed what they should not. */
export type Tally = (kind: string, tried: number, gotThrough: number) => void;

/** Counts what a test file tries; prints the totals at the end when everything is tried. */
export function startTally(title: string): Tally {
  const counts = new Map<string, { tried: number; gotThrough: number }>();
  afterAll(() => {
    if (!IS_WHOLE) return;
    const lines = [...counts].map(
      ([kind, { tried, gotThrough }]) => `  ${kind}: ${tried} tried, ${gotThrough} got through`,
    );
    console.log([title, ...lines].join('\n'));
  });
  return (kind, tried, gotThrough) => {
    const before = counts.get(kind) ?? { tried: 0, gotThrough: 0 };
    counts.set(kind, { tried: before.tried + tried, gotThrough: before.gotThrough + gotThrough });
  };
}
