import type { ServerResponse } from 'node:http';
import type { Role } from '../server/check-request.ts';
import { createEventStream } from '../server/event-stream.ts';
import type { RemoteState, Shown, StageState, Steer } from './manifest.ts';

/**
 * Passes messages between the windows of the presenting machine and phones: the position of the evening, and requests.
 */
export interface Relay {
  /** Connects a window of this machine, which receives the state and requests from phones. */
  openDesk(response: ServerResponse): void;
  /** Connects a phone or a guest, which receives what is shown. */
  openRemote(response: ServerResponse, role: Role): void;
  /** A window reports what is shown now. */
  show(shown: Shown): void;
  /** A request from a phone. */
  steer(steer: Steer): void;
  /** Another part of the state has changed. */
  tell(): void;
  /** Number of connected phones with control. */
  phones(): number;
  close(): void;
}

/** Interval of beats, in milliseconds; a phone that misses two reconnects. */
const BEAT_MS = 10_000;

/** @param deckOf the deck whose time is counted: the same for all its slides */
export function createRelay(state: () => StageState, deckOf: (shown: Shown) => string): Relay {
  const [desk, devices, guests] = [createEventStream(), createEventStream(), createEventStream()];
  let shown: Shown | null = null;
  /** When each deck was first shown; in milliseconds since 1970. */
  const began = new Map<string, number>();
  const remoteState = (): RemoteState => ({
    shown,
    used: shown ? Math.floor((Date.now() - (began.get(deckOf(shown)) ?? Date.now())) / 1000) : 0,
    isOpen: desk.count() > 0,
  });
  const tellRemotes = () => {
    for (const stream of [devices, guests]) stream.send({ name: 'show', data: remoteState() });
  };
  const tell = () => desk.send({ name: 'state', data: state() });
  const beat = setInterval(() => {
    for (const stream of [devices, guests]) stream.send({ name: 'beat', data: null });
  }, BEAT_MS);
  beat.unref();
  return {
    openDesk(response) {
      desk.add(response, [{ name: 'state', data: state() }]);
      response.on('close', tellRemotes);
      tellRemotes();
    },
    openRemote(response, role) {
      const stream = role === 'guest' ? guests : devices;
      stream.add(response, [{ name: 'show', data: remoteState() }]);
      response.on('close', tell);
      tell();
    },
    show(next) {
      shown = next;
      const deck = deckOf(next);
      if (!began.has(deck)) began.set(deck, Date.now());
      tellRemotes();
    },
    steer: (steer) => desk.send({ name: 'steer', data: steer }),
    tell,
    phones: () => devices.count(),
    close() {
      clearInterval(beat);
      for (const stream of [desk, devices, guests]) stream.close();
    },
  };
}
