import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChange } from '../../../src/dev/pages/shared/live-state.ts';
import { changeOf, type DevState } from '../../../src/dev/state/dev-state.ts';
import { deckCard, devState, finding, question } from '../pages-state.ts';

const decks = Array.from({ length: 6 }, (_, index) => deckCard(`talk${index}`));
const questions = Array.from({ length: 4 }, (_, index) => question(index + 1));
const findings = Array.from({ length: 8 }, (_, index) => finding({ line: index + 1 }));
const overTheWire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Any selection of the items in any order, some of them copied. */
const some = <T>(items: readonly T[]) =>
  fc
    .shuffledSubarray([...items])
    .chain((chosen) => fc.tuple(...chosen.map((item) => fc.constantFrom(item, { ...item }))))
    .map((chosen): readonly T[] => chosen);
const states = fc.record({
  decks: some(decks),
  questions: some(questions),
  findings: some(findings),
  problem: fc.constantFrom(null, { message: 'cover.md.hbs: line 3', hint: null }),
});

test('who knew the state before knows the one after it', () => {
  fc.assert(
    fc.property(states, states, (before, after) => {
      const [known, next] = [devState(before), devState(after)];
      expect(applyChange(overTheWire(known), overTheWire(changeOf(known, next)))).toEqual(next);
    }),
  );
});

test('what has not changed is not told again', () => {
  const before = devState({ decks, questions, findings });
  const after: DevState = {
    ...before,
    decks: decks.with(2, deckCard('talk2', { title: 'Another title' })),
    findings: [...findings.slice(0, 3), finding({ line: 99 }), ...findings.slice(4), finding({ line: 100 })],
  };
  const { decks: ofDecks, questions: ofQuestions, findings: ofFindings } = changeOf(before, after);
  expect(ofDecks).toEqual([{ from: 0, count: 2 }, { items: [after.decks[2]] }, { from: 3, count: 3 }]);
  expect(ofQuestions).toEqual([{ from: 0, count: 4 }]);
  expect(ofFindings).toEqual([
    { from: 0, count: 3 },
    { items: [after.findings[3]] },
    { from: 4, count: 4 },
    { items: [after.findings.at(-1)] },
  ]);
});
