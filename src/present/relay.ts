import type { ServerResponse } from 'node:http';
import type { Role } from '../server/check-request.ts';
import { createEventStream } from '../server/event-stream.ts';
import type { RemoteState, Shown, StageState, Steer } from './manifest.ts';

/** What goes between the windows of the machine that presents and the phones: where the evening is, and what to do. */
export interface Relay {
  /** A window of this machine listens: it is told how things stand, and what phones ask for. */
  openDesk(response: ServerResponse): void;
  /** A phone, or a guest, listens: it is told what is shown. */
  openRemote(response: ServerResponse, role: Role): void;
  /** A window says what is shown now. */
  show(shown: Shown): void;
  /** A phone asks for it. */
  steer(steer: Steer): void;
  /** Something else of the state has changed. */
  tell(): void;
  /** Phones that steer, now. */
  phones(): number;
  close(): void;
}

/** A phone that has heard nothing for longer than two of these asks again; in milliseconds. */
const BEAT_MS = 10_000;

/** @param deckOf what counts the time: the same for all slides of one deck */
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
