import { createApp } from 'vue';
import { deckPath } from '../shared/requests.ts';
import DeckOverlay from './DeckOverlay.vue';
import { followSlide, revivePage } from './follow.ts';
import { fetchSlides, waitUntilServed } from './keep-showing.ts';
import { type SlidevContext, slidevPage } from './slidev-page.ts';
import { viewedDeck } from './viewed-deck.ts';

/** A shadow root separates the styles of the page and the overlay. */
function overlayHost(): { readonly host: HTMLElement; readonly root: ShadowRoot } {
  const host = document.createElement('div');
  host.id = 'talkdeck-overlay';
  host.hidden = true;
  const root = host.attachShadow({ mode: 'open' });
  for (const name of ['finding', 'deck']) {
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = `/@talkdeck/${name}.css`;
    // Hidden until its styles are loaded.
    if (name === 'deck') sheet.addEventListener('load', () => host.removeAttribute('hidden'));
    root.append(sheet);
  }
  // Slidev does not know about focus in here: it would also go to the next slide.
  host.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') event.stopPropagation();
  });
  // A browser's full screen only shows elements in the body.
  document.body.append(host);
  return { host, root };
}

function start(slidev: SlidevContext): void {
  const { host, root } = overlayHost();
  void fetchSlides(slidev);
  void followSlide(slidev, viewedDeck(location).deck, () => viewedDeck(location).view !== 'other');
  const view = document.createElement('div');
  root.append(view);
  createApp(DeckOverlay, { slidev, host }).mount(view);
}

/** Called by Vite's client before a page whose server was gone reloads (slidev/serve/keep-pages.ts). */
Object.assign(globalThis, { talkdeckServed: () => waitUntilServed(deckPath(viewedDeck(location).deck)) });
void revivePage(viewedDeck(location).deck);
void slidevPage().then(start);
