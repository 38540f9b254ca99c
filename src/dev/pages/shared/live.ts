import { followState, type LiveMessage, type SentMessage } from './live-state.ts';

/** Calls `receive` for the current state, and then for each change. */
export function listen(receive: (message: LiveMessage) => void): void {
  const follow = followState(receive);
  const worker = sharedWorker();
  if (!worker) {
    openEvents(follow);
    return;
  }
  worker.addEventListener('error', () => openEvents(follow), { once: true });
  worker.port.addEventListener('message', ({ data }) => follow(data));
  worker.port.start();
  addEventListener('pagehide', () => worker.port.postMessage('leave'));
  // Restored from the back/forward cache.
  addEventListener('pageshow', ({ persisted }) => persisted && worker.port.postMessage('join'));
}

/** Null if a browser has none, or none for a framed page. */
function sharedWorker(): SharedWorker | null {
  try {
    return new SharedWorker('/@talkdeck/shared/events-worker.js', { name: 'talkdeck', type: 'module' });
  } catch {
    return null;
  }
}

/** A browser reconnects by itself, except after an invalid response: then we reconnect after this time. */
const REOPEN_MS = 2000;

/** Listens to the server from now on. */
export function openEvents(send: (message: SentMessage) => void): void {
  const source = new EventSource('/@talkdeck/events');
  source.addEventListener('open', () => send({ kind: 'away', isAway: false }));
  source.addEventListener('state', ({ data }) => send({ kind: 'state', state: JSON.parse(data) }));
  source.addEventListener('change', ({ data }) => send({ kind: 'change', change: JSON.parse(data) }));
  source.addEventListener('show', ({ data }) => send({ kind: 'show', place: JSON.parse(data) }));
  source.addEventListener('error', () => {
    send({ kind: 'away', isAway: true });
    if (source.readyState === EventSource.CLOSED) setTimeout(() => openEvents(send), REOPEN_MS);
  });
}
