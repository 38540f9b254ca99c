import { describe, expect, it } from 'vitest';
import { barAxis, withSeparators } from '../../src/render/chart.ts';

const labels = (range: { least: number; most: number }, kind: 'linear' | 'log') =>
  barAxis(range, kind, 'en').ticks.map(({ label, share }) => `${label}@${share}`);

describe('an axis', () => {
  it('is as long as the longest bar, without ticks, because values are beside the bars', () => {
    for (const [least, most] of [
      [0, 0],
      [3, 7],
      [0, 1700],
      [0, 4e-8],
    ] as const) {
      expect(labels({ least, most }, 'linear')).toEqual([]);
      expect(barAxis({ least, most }, 'linear', 'en').share(most)).toBe(most === 0 ? 0 : 100);
    }
  });

  it('says where zero is between bars of both signs', () => {
    expect(labels({ least: -40, most: 60 }, 'linear')).toEqual(['0@40']);
    expect(labels({ least: -40, most: -10 }, 'linear')).toEqual(['0@100']);
  });

  it.each([
    [1, 1000, ['0.1@0', '1@25', '10@50', '100@75', '1,000@100']],
    [25, 175_000, ['10@0', '100@20', '1,000@40', '10,000@60', '100,000@80', '1,000,000@100']],
    [10, 10, ['1@0', '10@100']],
    [1e-3, 1e9, ['0.0001@0', '0.1@23.08', '100@46.15', '100,000@69.23', '100,000,000@92.31']],
  ])('from %d to %d runs over powers of ten where it is logarithmic', (least, most, expected) => {
    expect(labels({ least, most }, 'log')).toEqual(expected);
  });

  it.each([
    ['de', '2.000', '0,5'],
    ['es', '2.000', '0,5'],
    ['fr', '2\u00a0000', '0,5'],
    ['zh-CN', '2,000', '0.5'],
    ['en', '2,000', '0.5'],
  ])('has the signs of the language %s, as the figures beside it', (lang, thousands, half) => {
    const ticks = (least: number, most: number) =>
      barAxis({ least, most }, 'log', lang).ticks.map(({ label }) => label);
    expect(ticks(100, 1500)).toContain(thousands.replace('2', '1'));
    expect(ticks(0.5, 5)).toContain(half.replace('5', '1'));
    const typed = (text: string) => withSeparators([{ type: 'text', text }], lang);
    expect(typed('2000')).toEqual([{ type: 'text', text: thousands }]);
  });

  it('gives each amount its share, and the smallest a length', () => {
    const linear = barAxis({ least: 1, most: 2000 }, 'linear', 'en');
    expect([0, 1, 500, 2000].map((amount) => linear.share(amount))).toEqual([0, 0.05, 25, 100]);
    const log = barAxis({ least: 10, most: 1000 }, 'log', 'en');
    expect([10, 100, 1000].map((amount) => log.share(amount))).toEqual([33.33, 66.67, 100]);
  });
});
