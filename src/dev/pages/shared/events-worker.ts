import { openEvents } from './live.ts';
import { followState, type LiveMessage } from './live-state.ts';

/*
 * A shared worker: one connection for all pages of a browser, which allows six to a server over HTTP/1.1. With one per
 * page, the seventh page would wait forever.
 */
const ports = new Set<MessagePort>();
const last = new Map<LiveMessage['kind'], LiveMessage>();

self.addEventListener('connect', (event) => {
  const port = event instanceof MessageEvent ? event.ports[0] : undefined;
  if (!port) return;
  port.addEventListener('message', ({ data }) => (data === 'leave' ? ports.delete(port) : greet(port)));
  port.start();
  greet(port);
});

const keep = followState((message) => {
  // A page opened later ignores earlier requests to show something.
  if (message.kind !== 'show') last.set(message.kind, message);
  // It must not get the state of a server that may have been replaced either: pages come with a state.
  if (message.kind === 'away' && message.isAway) last.delete('state');
});

openEvents((message) => {
  keep(message);
  for (const port of ports) port.postMessage(message);
});

function greet(port: MessagePort): void {
  ports.add(port);
  for (const message of last.values()) port.postMessage(message);
}
