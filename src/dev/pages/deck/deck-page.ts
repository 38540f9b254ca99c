import type { DevState } from '../../state/dev-state.ts';
import { isFullScreen, type SlidevContext, screenChannel, slidevPage } from '../moderate/screen.ts';
import { deckPath, openSource, toolButtons } from '../shared/buttons.ts';
import { element, setText } from '../shared/elements.ts';
import { listen } from '../shared/live.ts';
import { awayBanner, notices } from '../shared/notices.ts';
import { type Words, wordsFor } from '../shared/words.ts';
import { type CitedPanel, citedPanel } from './cited-panel.ts';
import { editorLink } from './editor-link.ts';
import { findingsHere } from './findings-here.ts';
import { followSlide, followTitle, revivePage } from './follow.ts';
import { fetchSlides, tryAgain, waitUntilServed } from './keep-showing.ts';
import { overlayView } from './overlay.ts';
import { viewedDeck } from './viewed-deck.ts';

/** How often it is asked which slide is shown: Slidev does not tell. */
const INTERVAL_MS = 100;

/** Styles of the page and of what is laid over it are kept apart by a shadow root. */
function shadowRoot(): ShadowRoot {
  const host = element('div', { id: 'talkdeck-overlay' });
  host.hidden = true;
  const root = host.attachShadow({ mode: 'open' });
  for (const name of ['finding', 'deck']) {
    const sheet = element('link', { rel: 'stylesheet', href: `/@talkdeck/${name}.css` });
    // Not to be seen before it has its styles.
    if (name === 'deck') sheet.addEventListener('load', () => host.removeAttribute('hidden'));
    root.append(sheet);
  }
  // Of what is focused here Slidev knows nothing: it would go on to the next slide as well.
  host.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') event.stopPropagation();
  });
  // A browser's full screen shows what is in the body.
  document.body.append(host);
  return root;
}

function start(slidev: SlidevContext): void {
  const root = shadowRoot();
  const notify = notices(root);
  const setTitle = followTitle(slidev);
  // Told to the presenter only (templates/dev/deck.css).
  const away = element('p', { class: 'away', role: 'status' });
  away.hidden = true;
  root.append(away);
  const setAway = awayBanner(away);
  void fetchSlides(slidev);
  void followSlide(slidev, viewedDeck(location).deck, () => viewedDeck(location).view !== 'other');
  let state: DevState | null = null;
  let overlay: ReturnType<typeof overlayView> | null = null;
  let cited: CitedPanel | null = null;
  let seen = '';

  const editor = editorLink(slidev);
  const shown = () => ({ ...viewedDeck(location), slide: slidev.nav.currentSlideNo });
  const size = () => {
    const { view } = shown();
    if (view === 'other') return 'none';
    return view === 'audience' && isFullScreen() ? 'dot' : 'full';
  };
  const channel = screenChannel(({ kind }) => kind === 'where' && report());
  function report(): void {
    const { deck, view, slide } = shown();
    if (view === 'audience') channel.send({ kind: 'at', place: { deck, slide } });
  }

  function prepare(words: Words): NonNullable<typeof overlay> {
    setText(away, words.away);
    const panel = citedPanel(root, words, notify);
    cited = panel;
    const edit = () => void openSource({ deck: shown().deck, slide: shown().slide }, notify, words);
    toolButtons(
      root,
      [
        { name: 'lines', label: words.showLines, key: 'l', run: panel.toggle },
        { name: 'edit', label: words.editSource, key: 'e', run: edit },
      ],
      () => size() === 'full',
    );
    return overlayView(root, words, notify);
  }

  function render(): void {
    if (!state) return;
    const { deck, view, slide } = shown();
    const title = state.decks.find(({ slug }) => slug === deck)?.title;
    if (title !== undefined) setTitle(title);
    overlay ??= prepare(wordsFor(state.event?.lang ?? 'en'));
    root.host.setAttribute('data-view', view);
    overlay({
      findings: findingsHere(state, { deck, slide }),
      problem: state.problem,
      size: size(),
      slide: `${deck}/${slide}`,
    });
    cited?.update({ deck, slide }, size() === 'full');
  }

  listen((message) => {
    if (message.kind === 'state') {
      state = message.state;
      render();
    } else if (message.kind === 'away') {
      setAway(message.isAway);
      if (!message.isAway) tryAgain();
    } else if (message.kind === 'show') {
      const { deck, view } = shown();
      if (editor && view === 'audience') editor.lead(message.place, deck);
      else if (message.place.deck === deck && view !== 'other') void slidev.nav.go(message.place.slide);
    }
  });
  // Slidev's own buttons, of the overview and of the notes (slidev/serve/edited-slides.ts).
  addEventListener('talkdeck:edit', (event) => {
    const slide: unknown = event instanceof CustomEvent && event.detail;
    const words = wordsFor(state?.event?.lang ?? 'en');
    if (typeof slide === 'number') void openSource({ deck: shown().deck, slide }, notify, words);
  });
  setInterval(() => {
    if (viewedDeck(location).view === 'audience') editor?.showWhole();
    const now = JSON.stringify([shown(), size()]);
    if (now === seen) return;
    const isFirst = seen === '';
    seen = now;
    report();
    const { deck, view, slide } = shown();
    if (!isFirst && view === 'audience') editor?.shown({ deck, slide });
    render();
  }, INTERVAL_MS);
}

/** Asked by Vite's client before a page whose server was away reloads (slidev/serve/keep-pages.ts). */
Object.assign(globalThis, { talkdeckServed: () => waitUntilServed(deckPath(viewedDeck(location).deck)) });
void revivePage(viewedDeck(location).deck);
void slidevPage().then(start);
