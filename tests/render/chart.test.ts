import { describe, expect, it } from 'vitest';
import { barAxis, withSeparators } from '../../src/render/chart.ts';

const labels = (range: { least: number; most: number }, kind: 'linear' | 'log') =>
  barAxis(range, kind, 'en').ticks.map(({ label, share }) => `${label}@${share}`);

describe('an axis', () => {
  it.each([
    [0, 0, ['0@0', '0.2@20', '0.4@40', '0.6@60', '0.8@80', '1@100']],
    [3, 7, ['0@0', '2@25', '4@50', '6@75', '8@100']],
    [0, 1700, ['0@0', '500@25', '1,000@50', '1,500@75', '2,000@100']],
    [1, 7_600_000, ['0@0', '2,000,000@25', '4,000,000@50', '6,000,000@75', '8,000,000@100']],
    [-40, 60, ['-40@0', '-20@20', '0@40', '20@60', '40@80', '60@100']],
    [0, 4e-8, ['0@0', '0.00000001@25', '0.00000002@50', '0.00000003@75', '0.00000004@100']],
    [0.02, 0.13, ['0@0', '0.05@33.33', '0.1@66.67', '0.15@100']],
  ])('from %d to %d has round ends', (least, most, expected) => {
    expect(labels({ least, most }, 'linear')).toEqual(expected);
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
    expect(barAxis({ least: 0, most: 1700 }, 'linear', lang).ticks.at(-1)?.label).toBe(thousands);
    expect(barAxis({ least: 0, most: 1 }, 'linear', lang).ticks.map(({ label }) => label)).toContain(
      half.replace('5', '2'),
    );
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
