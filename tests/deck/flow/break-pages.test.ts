import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Breakable, breakPages, NEVER, solid, stack } from '../../../src/deck/flow/breakable.ts';

/** Units stacked vertically. */
function units(
  heights: readonly number[],
  gap = 0,
  cost: (index: number) => number = () => 0,
): Breakable<unknown> {
  return stack(
    heights.map((height, index) => solid(index, height)),
    { gap: () => gap, cost },
  );
}

describe('breakPages', () => {
  it('keeps on one page what fits, gaps included', () => {
    expect(breakPages(units([100, 100, 100], 10), 320)).toEqual([{ start: 0, end: 3 }]);
    expect(breakPages(units([100, 100, 100], 10), 319)).toHaveLength(2);
  });

  it('makes the pages even instead of filling the first one, and of uneven ones the first the fullest', () => {
    expect(breakPages(units(Array(10).fill(10)), 90)).toEqual([
      { start: 0, end: 5 },
      { start: 5, end: 10 },
    ]);
    expect(breakPages(units(Array(20).fill(10)), 90).map(({ start, end }) => end - start)).toEqual([7, 7, 6]);
  });

  it('leaves a unit that is taller than a page alone', () => {
    expect(breakPages(units([10, 500, 10]), 100)).toEqual([
      { start: 0, end: 1 },
      { start: 1, end: 2 },
      { start: 2, end: 3 },
    ]);
  });

  it('breaks at the more natural of two places', () => {
    const unless = (natural: number) => (index: number) => (index === natural ? 0 : 0.2);
    expect(breakPages(units(Array(10).fill(10), 0, unless(4)), 90)[0]).toEqual({ start: 0, end: 4 });
    expect(breakPages(units(Array(10).fill(10), 0, unless(6)), 90)[0]).toEqual({ start: 0, end: 6 });
  });

  it('never breaks where that is forbidden, unless a page holds no more than one', () => {
    const forbidden = (at: number) => (index: number) => (index === at ? NEVER : 0);
    expect(breakPages(units(Array(10).fill(10), 0, forbidden(5)), 50)).toHaveLength(3);
    expect(breakPages(units([60, 60], 0, forbidden(1)), 100)).toEqual([{ start: 0, end: 2 }]);
  });

  it('sees that more may be lower, as figures are in two rows', () => {
    const columns: Breakable<unknown> = {
      pieces: 4,
      height: (start, end) => [0, 50, 50, 120, 100][end - start] ?? 0,
      breakCost: () => 0,
      cut: () => null,
    };
    expect(breakPages(columns, 100)).toEqual([{ start: 0, end: 4 }]);
  });

  it('has nothing to break where there is nothing', () => {
    expect(breakPages(units([], 12), 100)).toEqual([]);
  });

  it('keeps order, loses nothing, overfills no page and wastes no page', () => {
    const heights = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(heights, fc.integer({ min: 0, max: 20 }), (all, gap) => {
        const room = 120;
        const groups = breakPages(units(all, gap), room);
        expect(groups.map(({ start }) => start)).toEqual([0, ...groups.slice(0, -1).map(({ end }) => end)]);
        expect(groups.at(-1)?.end).toBe(all.length);
        const height = (start: number, end: number) =>
          all.slice(start, end).reduce((sum, unit) => sum + unit + gap, -gap);
        for (const { start, end } of groups) expect(height(start, end)).toBeLessThanOrEqual(room);
        expect(groups.length).toBe(leastPages(all, gap, room));
      }),
    );
  });
});

function leastPages(heights: readonly number[], gap: number, room: number): number {
  let pages = 1;
  let used = -gap;
  for (const height of heights) {
    if (used + gap + height > room) {
      pages += 1;
      used = -gap;
    }
    used += gap + height;
  }
  return pages;
}
