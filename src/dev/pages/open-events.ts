import type { SentMessage } from './shared/live-state.ts';

/** A browser asks again by itself, unless an answer was wrong: then it is asked to, after this time. */
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
