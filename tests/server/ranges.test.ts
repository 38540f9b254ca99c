import { expect, test } from 'vitest';
import { rangeHeaders, readRange } from '../../src/server/ranges.ts';

test.each([
  [null, null],
  ['bytes=0-', { first: 0, last: 99 }],
  ['bytes=10-19', { first: 10, last: 19 }],
  ['bytes=90-500', { first: 90, last: 99 }],
  ['bytes=-10', { first: 90, last: 99 }],
  ['bytes=-500', { first: 0, last: 99 }],
  ['bytes=-0', 'outside'],
  ['bytes=100-', 'outside'],
  ['bytes=20-10', 'outside'],
  ['bytes=-', null],
  ['bytes=0-1,5-6', null],
  ['lines=0-', null],
])('%s of 100 bytes is %o', (header, range) => {
  expect(readRange(header, 100)).toEqual(range);
});

test('an answer says which part it is', () => {
  expect(rangeHeaders({ first: 10, last: 19 }, 100)['Content-Range']).toBe('bytes 10-19/100');
  expect(rangeHeaders('outside', 100)['Content-Range']).toBe('bytes */100');
  expect(rangeHeaders(null, 100)).toEqual({ 'Accept-Ranges': 'bytes' });
});
