import type { SlidePlace } from '../../state/dev-state.ts';
import { deckPath } from '../shared/buttons.ts';
import { postJson } from '../shared/notices.ts';

/** A page that an editor opened, in its window or in a browser: it goes where the cursor goes, and the other way. */
export interface EditorLink {
  /** Another slide is shown. The editor hears of it where the reader went there, and not where the page was led. */
  shown(place: SlidePlace): void;
  /** Goes to a slide of any deck. @param go to one of the deck that the page shows */
  lead(place: SlidePlace, shownDeck: string, go: (slide: number) => Promise<void>): void;
}

/** Of the address that an editor opens; in this window it is one also after the next load. */
const PARAMETER = 'editor';
const KEPT = 'talkdeck:editor';

/** Null where no editor opened the page. */
export function editorLink(): EditorLink | null {
  if (!isOfEditor()) return null;
  /** Whether the reader has done something since the last slide. */
  let isByHand = false;
  for (const kind of ['keydown', 'pointerdown', 'wheel'])
    addEventListener(
      kind,
      () => {
        isByHand = true;
      },
      { capture: true, passive: true },
    );
  const led = () => {
    isByHand = false;
  };
  // An edit may give the slide another number.
  addEventListener('talkdeck:slides', led);
  return {
    shown(place) {
      if (!isByHand) return;
      isByHand = false;
      void postJson('/@talkdeck/at', place);
    },
    lead({ deck, slide }, shownDeck, go) {
      led();
      if (deck === shownDeck) void go(slide);
      else location.assign(`${deckPath(deck, slide)}?${PARAMETER}`);
    },
  };
}

function isOfEditor(): boolean {
  if (new URLSearchParams(location.search).has(PARAMETER)) sessionStorage.setItem(KEPT, 'yes');
  return sessionStorage.getItem(KEPT) === 'yes';
}
