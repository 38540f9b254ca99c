import type { DevState, ListChange, StateChange } from '../state/dev-state.ts';

/** The state after a change of the one before; what has not changed is the same object. */
export function applyChange(before: DevState, change: StateChange): DevState {
  return {
    event: change.event,
    problem: change.problem,
    decks: changed(before.decks, change.decks),
    questions: changed(before.questions, change.questions),
    findings: changed(before.findings, change.findings),
  };
}

function changed<T>(before: readonly T[], change: ListChange<T>): readonly T[] {
  return change.flatMap((piece) =>
    'items' in piece ? piece.items : before.slice(piece.from, piece.from + piece.count),
  );
}
