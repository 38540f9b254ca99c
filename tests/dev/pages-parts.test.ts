import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { viewedDeck } from '../../src/dev/pages/deck/viewed-deck.ts';
import { findQuestions } from '../../src/dev/pages/moderate/find-questions.ts';
import { countFindings, findingKeys } from '../../src/dev/pages/shared/count-findings.ts';
import { searchTexts, textColumns } from '../../src/dev/pages/shared/search.ts';
import { EN, ZH } from '../../src/dev/pages/shared/words.ts';
import type { FindingCard } from '../../src/dev/state/dev-state.ts';
import { finding, question } from './pages-state.ts';

describe('columns of a character', () => {
  test('are those that the server counts when it places a mark', () => {
    const others: string[] = [];
    for (let code = 0x20; code < 0x20100; code += 1) {
      const character = String.fromCodePoint(code);
      if (!/^(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}\p{P}\p{S}\p{Zs}]$/u.test(character)) continue;
      if (textColumns(character) !== stringWidth(character)) others.push(code.toString(16));
    }
    expect(others).toEqual([]);
  });

  test.each([
    '\u{1f44d}\u{1f3fd}',
    '\u2764\ufe0f',
    '\u{1f1e8}\u{1f1f3}',
    '1\ufe0f\u20e3',
    'e\u0301',
    '\uff8a\uff9e',
  ])('are so for %s, of several parts', (grapheme) =>
    expect(textColumns(grapheme)).toBe(stringWidth(grapheme)),
  );
});

describe('search', () => {
  const texts = ['想做 iPhone 那样的开源软件\n黄东旭', 'One shelf at a time\nTam Ellery', '开源与云\n季昕华'];
  const find = (query: string) => searchTexts(texts, query).flatMap((found, index) => (found ? [index] : []));

  test.each([
    ['', [0, 1, 2]],
    ['开源', [0, 2]],
    ['\u505aiphone\u90a3', [0]],
    ['SHELF time', [1]],
    ['time shelf', [1]],
    ['\uff34\uff41\uff4d', [1]],
    ['黄东旭 开源', [0]],
    // Typed as one word, in another order.
    ['黄东旭开源', [0]],
    ['云开源', [2]],
    ['nothing', []],
    ['?', []],
  ])('%s', (query, expected) => expect(find(query)).toEqual(expected));

  test('a question is found by its number first', () => {
    const questions = [12, 1, 2].map((number) => question(number, { text: 'of 2 kinds' }));
    const numbers = (query: string) => findQuestions(questions, query).questions.map(({ number }) => number);
    expect(numbers('#1')).toEqual([12, 1]);
    expect(findQuestions(questions, 'q1').best?.number).toBe(1);
    expect(findQuestions(questions, '2').best?.number).toBe(2);
    expect(findQuestions(questions, '\uff11\uff12').best?.number).toBe(12);
    expect(findQuestions(questions, 'kinds').best?.number).toBe(12);
    expect(findQuestions(questions, 'other').best).toBeNull();
  });
});

describe('how many findings there are', () => {
  const of = (...severities: readonly FindingCard['severity'][]) =>
    severities.map((severity) => finding({ severity }));

  test.each([
    [of(), 0, ''],
    [of(), 1, '1 error'],
    [of('advice'), 0, '1 piece of advice'],
    [of('advice', 'note', 'warning', 'error', 'advice'), 0, '1 error, 1 warning, 1 note, 2 pieces of advice'],
  ])('%#', (findings, others, words) => expect(countFindings(findings, EN, others).join(', ')).toBe(words));

  test('is said in Chinese, notes apart from advice', () => {
    expect(countFindings(of('note', 'advice'), ZH)).toEqual(['1 条提示', '1 条建议']);
  });
});

test('a finding knows itself again when its line has moved; errors come first', () => {
  const warning = finding({ severity: 'warning', code: 'other', line: 1 });
  const before = findingKeys([warning, finding({ line: 4 }), finding({ line: 8 })]);
  const after = findingKeys([warning, finding({ line: 6 }), finding({ line: 9 })]);
  expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
  expect(new Set(before.map(({ key }) => key)).size).toBe(3);
  expect(before.map(({ finding }) => finding.severity)).toEqual(['error', 'error', 'warning']);
});

test.each([
  ['/ada/3', 'audience'],
  ['/ada/', 'audience'],
  ['/ada/some-alias', 'audience'],
  ['/ada/presenter/3', 'presenter'],
  ['/ada/presenter/print', 'other'],
  ['/ada/overview', 'other'],
  ['/ada/notes', 'other'],
  ['/ada/print', 'other'],
  ['/ada/export/2', 'other'],
  ['/ada/3?print', 'other'],
  ['/ada/3?clicks=1', 'audience'],
])('%s is for: %s', (path, view) => {
  expect(viewedDeck(new URL(path, 'http://host'))).toEqual({ deck: 'ada', view });
});

test('an address has a slug in Chinese encoded', () => {
  expect(viewedDeck(new URL('/b_\u6797/2', 'http://host')).deck).toBe('b_\u6797');
});

test('both languages name the same keys', () => {
  expect(ZH.keys.map(([key]) => key)).toEqual(EN.keys.map(([key]) => key));
});
