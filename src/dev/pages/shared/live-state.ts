import type { DevState, ListChange, SlidePlace, StateChange } from '../../state/dev-state.ts';

/** What a page receives from the server. */
export type LiveMessage =
  | { readonly kind: 'state'; readonly state: DevState }
  | { readonly kind: 'show'; readonly place: SlidePlace }
  /** Whether the server cannot be reached. */
  | { readonly kind: 'away'; readonly isAway: boolean };

/** The same as sent: whole states only to new listeners. */
export type SentMessage = LiveMessage | { readonly kind: 'change'; readonly change: StateChange };

/** Turns changes into whole states. @param receive gets every message */
export function followState(receive: (message: LiveMessage) => void): (message: SentMessage) => void {
  let state: DevState | null = null;
  return (message) => {
    if (message.kind === 'state') state = message.state;
    if (message.kind !== 'change') return receive(message);
    // A state comes before all changes.
    if (!state) return;
    state = applyChange(state, message.change);
    receive({ kind: 'state', state });
  };
}

/** Applies a change to a state; unchanged parts stay the same objects. */
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
