import type { Manifest, RemoteState, Shown } from '../manifest.ts';
import { movedTo } from './evening.ts';
import { readManifest } from './kept.ts';
import { keepListening } from './server.ts';

/** The version for which this page was last reloaded. */
const TRIED = 'talkdeck-loaded-for';

/** Makes a page on another machine show what the audience sees. @param show gets the slide's number in this version */
export function followAudience(
  evening: Manifest,
  show: (shown: Shown) => void,
  away: (isAway: boolean) => void,
  signal: AbortSignal,
): void {
  const hear = async ({ shown }: RemoteState): Promise<void> => {
    if (!shown) return;
    if (shown.version === evening.version) return show(shown);
    if (sessionStorage.getItem(TRIED) !== shown.version) {
      sessionStorage.setItem(TRIED, shown.version);
      return location.reload();
    }
    // The server has a newer version, which the presenter has not taken.
    const theirs = await readManifest(shown.version).catch(() => null);
    if (theirs) show({ ...shown, slide: movedTo(theirs, evening, shown.slide) });
  };
  keepListening(
    '/@stage/shown',
    { show: (state) => void hear(state as RemoteState), beat: () => {} },
    away,
    signal,
  );
}
