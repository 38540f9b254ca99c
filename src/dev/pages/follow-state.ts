import type { DevState } from '../state/dev-state.ts';
import { applyChange } from './apply-change.ts';
import type { LiveMessage, SentMessage } from './shared/live-state.ts';

/** Makes whole states of changes. @param receive is told of everything */
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
