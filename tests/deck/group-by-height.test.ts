import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupByHeight } from '../../src/deck/group-by-height.ts';

describe('groupByHeight', () => {
  it('keeps on one page what fits, gaps included', () => {
    expect(groupByHeight([100, 100, 100], 10, 320)).toEqual([{ start: 0, end: 3 }]);
    expect(groupByHeight([100, 100, 100], 10, 319)).toHaveLength(2);
  });

  it('makes the pages even instead of filling the first one', () => {
    expect(groupByHeight(Array(10).fill(10), 0, 90)).toEqual([
      { start: 0, end: 5 },
      { start: 5, end: 10 },
    ]);
  });

  it('leaves a unit that is taller than a page alone', () => {
    expect(groupByHeight([10, 500, 10], 0, 100)).toEqual([
      { start: 0, end: 1 },
      { start: 1, end: 2 },
      { start: 2, end: 3 },
    ]);
  });

  it('has nothing to group where there is nothing', () => {
    expect(groupByHeight([], 12, 100)).toEqual([]);
  });

  it('keeps order, loses nothing, overfills no page and wastes no page', () => {
    const heights = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(heights, fc.integer({ min: 0, max: 20 }), (units, gap) => {
        const capacity = 120;
        const groups = groupByHeight(units, gap, capacity);
        expect(groups.map(({ start }) => start)).toEqual([0, ...groups.slice(0, -1).map(({ end }) => end)]);
        expect(groups.at(-1)?.end).toBe(units.length);
        const height = (start: number, end: number) =>
          units.slice(start, end).reduce((sum, unit) => sum + unit + gap, -gap);
        for (const { start, end } of groups) expect(height(start, end)).toBeLessThanOrEqual(capacity);
        expect(groups.length).toBe(leastPages(units, gap, capacity));
      }),
    );
  });
});

function leastPages(heights: readonly number[], gap: number, capacity: number): number {
  let pages = 1;
  let used = -gap;
  for (const height of heights) {
    if (used + gap + height > capacity) {
      pages += 1;
      used = -gap;
    }
    used += gap + height;
  }
  return pages;
}
