import type { SlidePlace } from '../../state/dev-state.ts';
import { deckPath, postJson } from '../shared/requests.ts';
import type { SlidevContext } from './slidev-page.ts';

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

/** No slide. */
const NONE = 0;

/** Null where no editor opened the page. */
export function editorLink({ nav }: SlidevContext): EditorLink | null {
  if (!isOfEditor()) return null;
  /** Whether the reader has done something since the last slide. */
  let isByHand = false;
  /** The slide that is shown whole, the one that the editor led to, until anybody goes on; with the clicks shown. */
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
        // A presenter has gone on, whom clicks of ours would lead.
        if (whole.isThere) goClickByClick();
        return;
      }
      whole.isThere = true;
      // An edit may add clicks; who has fewer than there were went back.
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
