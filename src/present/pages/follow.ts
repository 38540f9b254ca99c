import type { Manifest, RemoteState, Shown } from '../manifest.ts';
import { movedTo } from './evening.ts';
import { readManifest } from './kept.ts';
import { keepListening } from './server.ts';

/** Which version this page was loaded again for. */
const TRIED = 'talkdeck-loaded-for';

/** A page on another machine shows what the audience sees. @param show is told the slide's number in this version */
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
    // The server has a newer one, which the presenter has not taken.
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
