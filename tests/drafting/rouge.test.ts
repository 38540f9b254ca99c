import { expect, test } from 'vitest';
import { rouge } from '../bench/drafts/rouge.ts';

test('the example of the rouge_score package', () => {
  const scores = rouge(
    ['The quick brown fox jumps over the lazy dog'],
    ['The quick brown dog jumps on the log.'],
    'en',
  );
  expect(scores.r1).toBeCloseTo(0.7058823529411765, 10);
  expect(scores.rLsum).toBeCloseTo(0.5882352941176471, 10);
});

test('Chinese by characters, words in Latin letters whole; -Lsum by the union over sentences', () => {
  const scores = rouge(['TiDB 是数据库', '能扩展'], ['数据库能扩展', 'TiDB'], 'zh');
  // 8 tokens, 7 of them in the reference; bigrams: 数据 据库 库能 能扩 扩展 of 7 and 6.
  expect(scores.r1).toBeCloseTo((2 * (7 / 8) * 1) / (7 / 8 + 1), 10);
  expect(scores.r2).toBeCloseTo((2 * (5 / 7) * (5 / 6)) / (5 / 7 + 5 / 6), 10);
  expect(scores.rLsum).toBeCloseTo((2 * (7 / 8) * 1) / (7 / 8 + 1), 10);
});

test('what comes more often than wanted counts once; nothing scores nothing', () => {
  expect(rouge(['a a a a'], ['a b'], 'en').r1).toBeCloseTo((2 * 0.25 * 0.5) / 0.75, 10);
  expect(rouge([], ['a b'], 'en')).toEqual({ r1: 0, r2: 0, rLsum: 0, length: 0 });
});
