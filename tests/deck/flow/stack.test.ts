import { expect, test } from 'vitest';
import { type Breakable, solid, stack } from '../../../src/deck/flow/breakable.ts';

/** A breakable of `count` pieces, each 10 high. */
function pieces(name: string, count: number): Breakable<string> {
  return {
    pieces: count,
    height: (start, end) => 10 * (end - start),
    breakCost: () => 0.5,
    cut: (start, end) => `${name}${start}-${end}`,
  };
}

const STACK = stack([solid('a', 7), pieces('b', 3), solid('c', 5)], {
  gap: (index) => index,
  cost: () => 0.1,
});

test('has the pieces of its children, and their heights with the gaps between', () => {
  expect(STACK.pieces).toBe(5);
  expect(STACK.height(0, 5)).toBe(7 + 1 + 30 + 2 + 5);
  expect(STACK.height(0, 1)).toBe(7);
  expect(STACK.height(0, 3)).toBe(7 + 1 + 20);
  expect(STACK.height(2, 4)).toBe(20);
  expect(STACK.height(3, 5)).toBe(10 + 2 + 5);
  expect(STACK.height(2, 2)).toBe(0);
});

test('is cut inside of a child, and between two', () => {
  expect(STACK.cut(0, 2)).toEqual([
    { index: 0, value: 'a' },
    { index: 1, value: 'b0-1' },
  ]);
  expect(STACK.cut(2, 5)).toEqual([
    { index: 1, value: 'b1-3' },
    { index: 2, value: 'c' },
  ]);
});

test('costs what its child says inside of that, else what it says itself', () => {
  expect([1, 2, 3, 4].map((at) => STACK.breakCost(at))).toEqual([0.1, 0.5, 0.5, 0.1]);
});
