import { describe, expect, it } from 'vitest';
import { placeOf, shownLabels, spreadEnds } from '../../src/render/place-labels.ts';

describe('a value beside a line', () => {
  it.each([
    [10, 50, 20, 'peak'],
    [90, 50, 70, 'valley'],
    [10, 50, 90, 'rising'],
    [90, 50, 10, 'falling'],
    [undefined, 50, 90, 'rising'],
    [undefined, 50, 10, 'falling'],
    [10, 50, undefined, 'rising'],
    [90, 50, undefined, 'falling'],
    // Below it, it would be among the dates.
    [90, 5, 70, 'peak'],
  ] as const)('between %s and, after %d, %s stands where no line runs', (before, y, after, place) => {
    expect(placeOf(before, y, after)).toBe(place);
  });

  it('has room, or is left out: first what is put forward, the ends and the highest', () => {
    const labels = Array.from({ length: 21 }, (_, at) => ({
      text: '1,000',
      x: at * 20,
      place: 'peak' as const,
      isFirst: at === 7,
      weight: at === 12 ? 1 : 0,
    }));
    const shown = [...shownLabels(labels, 20)].sort((a, b) => a - b);
    expect(shown).toEqual(expect.arrayContaining([0, 7, 12, 20]));
    expect(shown.every((at, index) => index === 0 || at - (shown[index - 1] ?? 0) > 3)).toBe(true);
  });

  it('behind the end of its line keeps off the others', () => {
    expect(spreadEnds([10, 50, 90])).toEqual([10, 50, 90]);
    expect(spreadEnds([100, 98, 99])).toEqual([100, 68, 84]);
    expect(spreadEnds([0, 1])).toEqual([0, 16]);
  });
});
