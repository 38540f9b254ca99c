import { expect, it } from 'vitest';
import { findSpot, scalarLines } from '../../../src/content/summary/source-file.ts';

const place = (lines: readonly string[], needle: string): string => {
  const { line, column, length } = findSpot(lines, { first: 1, last: lines.length }, needle);
  return `${line}:${column}+${length}`;
};

it.each([
  ['a word', ['a b', '  c d'], 'd', '2:5+1'],
  ['a number goes before a part of a longer one', ['13 人', '3 组'], '3', '2:1+1'],
  ['a name goes before a part of a longer one', ['TiDBs and TiDB'], 'TiDB', '1:11+4'],
  ['a part where there is nothing else', ['L13'], '3', '1:3+1'],
  ['next to Chinese text nothing is longer', ['共3人'], '3', '1:2+1'],
  ['nothing found: the text of the first line', ['  abc  '], 'x', '1:3+3'],
  ['nothing asked: the text of the first line', ['  abc'], '', '1:3+3'],
])('%s', (_, lines, needle, expected) => {
  expect(place(lines, needle)).toBe(expected);
});

it.each([
  ['one line', ['a: b', 'c: d'], 1, 1],
  ['a folded text', ['a: >', '  b', '  c', 'd: e'], 1, 3],
  ['an item', ['a:', '  - b', '    c', '  - d'], 2, 3],
  ['a list at the margin', ['a:', '- b', '- c'], 2, 2],
])('the lines of a value: %s', (_, lines, first, last) => {
  expect(scalarLines(lines, first)).toEqual({ first, last });
});
