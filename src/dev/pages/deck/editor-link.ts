import type { SlidePlace } from '../../state/dev-state.ts';
import { deckPath, postJson } from '../shared/requests.ts';
import type { SlidevContext } from './slidev-page.ts';

/** A page opened by an editor, in its window or in a browser: page and cursor follow each other. */
export interface EditorLink {
  /** Another slide is shown. The editor is told if the reader went there, not if the page was led there. */
  shown(place: SlidePlace): void;
  /** Goes to a slide of any deck. */
  lead(place: SlidePlace, shownDeck: string): void;
  /** Shows everything on a slide, which otherwise appears click by click, until the reader does something. */
  showWhole(): void;
}

/** In the address that an editor opens; remembered in this window across reloads. */
const PARAMETER = 'editor';
const KEPT = 'talkdeck:editor';

/** No slide. */
const NONE = 0;

/** Null if no editor opened the page. */
export function editorLink({ nav }: SlidevContext): EditorLink | null {
  if (!isOfEditor()) return null;
  /** Whether the reader has acted since the last slide. */
  let isByHand = false;
  /** The slide shown whole, to which the editor led, until anybody moves on; with the clicks shown. */
  let whole = { slide: nav.currentSlideNo, isThere: false, clicks: 0 };
  const showWholly = (slide: number) => {
    whole = { slide, isThere: false, clicks: 0 };
  };
  const goClickByClick = () => showWholly(NONE);
  for (const kind of ['keydown', 'pointerdown', 'wheel'])
    addEventListener(
      kind,
      () => {
        isByHand = true;
        goClickByClick();
      },
      { capture: true, passive: true },
    );
  const led = () => {
    isByHand = false;
  };
  // An edit may give the slide another number.
  addEventListener('talkdeck:slides', () => {
    led();
    if (whole.slide !== NONE) showWholly(nav.currentSlideNo);
  });
  return {
    shown(place) {
      if (!isByHand) return;
      isByHand = false;
      void postJson('/@talkdeck/at', place);
    },
    lead({ deck, slide }, shownDeck) {
      led();
      showWholly(slide);
      if (deck === shownDeck) void nav.go(slide);
      else location.assign(`${deckPath(deck, slide)}?${PARAMETER}`);
    },
    showWhole() {
      const { clicks, clicksTotal, currentSlideNo } = nav;
      if (currentSlideNo !== whole.slide) {
        // A presenter has moved on; our clicks would interfere.
        if (whole.isThere) goClickByClick();
        return;
      }
      whole.isThere = true;
      // An edit may add clicks; a window with fewer than before has gone back.
      if (clicks < whole.clicks) goClickByClick();
      else if (clicks < clicksTotal) void nav.go(currentSlideNo, clicksTotal);
      else whole.clicks = clicks;
    },
  };
}

function isOfEditor(): boolean {
  if (new URLSearchParams(location.search).has(PARAMETER)) sessionStorage.setItem(KEPT, 'yes');
  return sessionStorage.getItem(KEPT) === 'yes';
}
