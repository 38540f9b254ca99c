import { followState } from '../follow-state.ts';
import { openEvents } from '../open-events.ts';
import type { LiveMessage } from './live-state.ts';

/** Tells of each change that the server tells of; at once of how things are. */
export function listen(receive: (message: LiveMessage) => void): void {
  const follow = followState(receive);
  if (typeof SharedWorker === 'undefined') {
    openEvents(follow);
    return;
  }
  const worker = new SharedWorker('/@talkdeck/shared/events-worker.js', { name: 'talkdeck', type: 'module' });
  worker.addEventListener('error', () => openEvents(follow), { once: true });
  worker.port.addEventListener('message', ({ data }) => follow(data));
  worker.port.start();
  addEventListener('pagehide', () => worker.port.postMessage('leave'));
  // Back from where a browser keeps pages that were left.
  addEventListener('pageshow', ({ persisted }) => persisted && worker.port.postMessage('join'));
}
