import type { Shown, StageState, Steer } from '../manifest.ts';
import { keepListening, post } from './server.ts';

/** A lock held by one window of a browser at a time. */
const LOCK = 'talkdeck-desk';

/**
 * Of all windows of the presenting browser, one talks to the server: it reports what is shown, and carries out requests
 * from phones. When it is closed, another takes over. The presenter's window also receives the server's state.
 * @returns a function that reports what is shown now
 */
export function openDesk(
  isPresenter: boolean,
  hear: { state(state: StageState): void; steer(steer: Steer): void; away(isAway: boolean): void },
  signal: AbortSignal,
): (shown: Shown) => void {
  let isMine = false;
  let isAway = true;
  let told = '';
  let last: Shown | null = null;
  const tell = () => {
    const text = JSON.stringify(last);
    if (!isMine || isAway || last === null || text === told) return;
    told = text;
    void post('/@stage/shown', last).then((isHeard) => {
      if (!isHeard) told = '';
    });
  };
  const listen = () =>
    keepListening(
      '/@stage/events',
      {
        state: (state) => {
          if (isPresenter) hear.state(state as StageState);
        },
        steer: (steer) => {
          if (isMine) hear.steer(steer as Steer);
        },
      },
      (away) => {
        isAway = away;
        told = '';
        hear.away(away);
        tell();
      },
      signal,
    );
  if (isPresenter) listen();
  const hold = () => {
    isMine = true;
    if (isPresenter) tell();
    else listen();
    return new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  };
  navigator.locks.request(LOCK, { signal }, hold).catch(() => {});
  return (shown) => {
    last = shown;
    tell();
  };
}
