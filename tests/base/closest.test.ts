import { expect, it } from 'vitest';
import { closest } from '../../src/base/closest.ts';

it.each([
  ['titel', ['title', 'lang'], 'title'],
  ['Title', ['title'], 'title'],
  ['hots', ['host', 'date'], 'host'],
  ['黄东', ['黄东旭', '李浩源'], '黄东旭'],
  ['张三', ['黄东旭', '刘超'], null],
  ['org', ['role', 'org'], 'org'],
  ['x', [], null],
])('%s among %j is %s', (word, known, expected) => {
  expect(closest(word, known)).toBe(expected);
});
