import type { SlidePlace } from '../../state/dev-state.ts';
import type { SlidevContext } from '../moderate/screen.ts';
import { deckPath } from '../shared/buttons.ts';
import { postJson } from '../shared/notices.ts';

/** A page that an editor opened, in its window or in a browser: it goes where the cursor goes, and the other way. */
export interface EditorLink {
  /** Another slide is shown. The editor hears of it where the reader went there, and not where the page was led. */
  shown(place: SlidePlace): void;
  /** Goes to a slide of any deck. */
  lead(place: SlidePlace, shownDeck: string): void;
  /** Shows all that a slide says, which comes click by click otherwise, until the reader does something. */
  showWhole(): void;
}

/** Of the address that an editor opens; in this window it is one also after the next load. */
const PARAMETER = 'editor';
const KEPT = 'talkdeck:editor';

/** Null where no editor opened the page. */
export function editorLink({ nav }: SlidevContext): EditorLink | null {
  if (!isOfEditor()) return null;
  /** Whether the reader has done something since the last slide. */
  let isByHand = false;
  let isWhole = true;
  for (const kind of ['keydown', 'pointerdown', 'wheel'])
    addEventListener(
      kind,
      () => {
        isByHand = true;
        isWhole = false;
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
    lead({ deck, slide }, shownDeck) {
      led();
      isWhole = true;
      if (deck === shownDeck) void nav.go(slide);
      else location.assign(`${deckPath(deck, slide)}?${PARAMETER}`);
    },
    showWhole() {
      const { clicks, clicksTotal, currentSlideNo } = nav;
      if (isWhole && clicks < clicksTotal) void nav.go(currentSlideNo, clicksTotal);
    },
  };
}

function isOfEditor(): boolean {
  if (new URLSearchParams(location.search).has(PARAMETER)) sessionStorage.setItem(KEPT, 'yes');
  return sessionStorage.getItem(KEPT) === 'yes';
}
