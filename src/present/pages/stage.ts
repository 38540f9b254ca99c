import type { Manifest, Shown, StageState, Steer } from '../manifest.ts';
import { coverAt, coveredBy, coverMove, leaveSlide, toggleBlank, UNCOVERED, uncover } from './cover-state.ts';
import { coverView, keysView } from './covers.ts';
import { followLinks } from './deck-links.ts';
import { openDesk } from './desk.ts';
import { countChanges, deckAt, movedTo, placeIn } from './evening.ts';
import { followAudience } from './follow.ts';
import { current, forgetOthers, keepVersion, note, readManifest, startWorker } from './kept.ts';
import { type EarlyKeys, listenToKeys, rememberKeys } from './key-events.ts';
import { directionOf, type StageCommand, stageKeys } from './keys.ts';
import { partWindows } from './part-windows.ts';
import { phonesView } from './phones-view.ts';
import { type BarState, presenterBar, showNotesSize, sizeNotes } from './presenter-bar.ts';
import { checkEvening } from './readiness.ts';
import { readyView } from './ready-view.ts';
import { post } from './server.ts';
import { MOVED, type StageNav, stageNav } from './slidev-stage.ts';
import { mirrorAddress, swapIn } from './swap.ts';
import { takeTouches } from './touches.ts';
import { otherWindows, type WindowMessage } from './windows.ts';
import { wordsFor } from './words.ts';
import { watchPointer, type Zoom, zoomTo } from './zoom.ts';

/*
 * The script of every page of an evening. It fetches everything that the evening needs, handles keys and links that
 * Slidev does not, covers the audience's screen on request, and keeps the presenter informed.
 */

/** Retry interval for the server, in milliseconds. */
const AGAIN_MS = 3_000;
/** Time within which other windows answer, if there are any, in milliseconds. */
const ANSWER_MS = 300;

const version = document.querySelector('meta[name=talkdeck-stage]')?.getAttribute('content') ?? '';

/** @param early keys pressed before the page could handle them */
async function start(nav: StageNav, evening: Manifest, early: EarlyKeys): Promise<void> {
  const words = wordsFor(evening.lang);
  /** Aborted when another version has replaced this page. */
  const left = new AbortController();
  const { signal } = left;
  const isPresenter = () => nav.isPresenter.value;
  const here = () => nav.currentSlideNo.value;
  const showCover = coverView(evening, words);
  const keys = keysView(words);
  const ready = readyView(words, () => checkEvening(evening, bar.errors, phones?.connected ?? null));
  const codes = phonesView(words, () => phones);
  let covers = UNCOVERED;
  let at = here();
  /** The audience's enlarged view. */
  let zoom: Zoom | null = null;
  /** Until another window has reported the position of the evening, or this one was led somewhere. */
  let isAsking = isOnSlide();
  /** Resolves when keys can continue from the other windows' slide. */
  let found = (): void => {};
  const placed = new Promise<void>((resolve) => {
    found = resolve;
    setTimeout(resolve, isAsking ? ANSWER_MS : 0);
  });
  let offered: Manifest | null = null;
  let phones: StageState['phones'] = null;
  /** Reports what is shown to the server, for phones. */
  let tellServer = (_: Shown): void => {};
  let bar: BarState = { keeping: null, isAway: false, offered: 0, errors: [], cover: null, isZoomed: false };

  const tellOthers = otherWindows(hear, signal);
  const showBar = presenterBar(evening, words);

  function render(more: Partial<BarState> = {}): void {
    const enlarged = zoom?.slide === here() ? zoom : null;
    const cover = coverAt(evening, covers, here());
    bar = { ...bar, ...more, cover, isZoomed: enlarged !== null };
    document.documentElement.dataset.stage = isPresenter() ? 'presenter' : 'audience';
    showCover(isPresenter() ? null : cover);
    if (!isPresenter()) zoomTo(enlarged);
    showBar(isPresenter() ? { ...bar, slide: here() } : null);
    tellServer({ version, slide: here(), click: nav.clicks.value, clicks: nav.clicksTotal.value, cover });
  }

  function hear(message: WindowMessage): void {
    if (message.kind === 'cover') {
      covers = message.covers;
      render();
    } else if (message.kind === 'zoom') {
      // It may refer to a slide that this window does not show yet.
      if (message.version === version) zoom = message.zoom;
      render();
    } else if (message.kind === 'place') {
      // The first reply is enough, and the page may have moved on since.
      if (isAsking && message.version === version)
        void nav.go(message.slide, message.click).then(found, found);
      else found();
      isAsking = false;
    } else if (message.kind === 'ask') {
      tellOthers({ kind: 'cover', covers });
      if (zoom) tellOthers({ kind: 'zoom', version, zoom });
      // Last, because the receiver continues from there.
      if (isOnSlide() && !isAsking)
        tellOthers({ kind: 'place', version, slide: here(), click: nav.clicks.value });
    } else if (message.kind === 'take') void goOnWith(message.version);
  }

  function setCovers(next: typeof covers): void {
    covers = next;
    tellOthers({ kind: 'cover', covers });
    render();
  }

  function setZoom(next: Zoom | null): void {
    zoom = next;
    tellOthers({ kind: 'zoom', version, zoom });
    render();
  }

  function leave(): void {
    left.abort();
    showCover(null);
    keys.hide();
  }

  /** From now on the worker serves the new version. */
  async function goOnWith(next: string): Promise<void> {
    if (next === version) return;
    // In the new version the number belongs to another slide.
    globalThis.__talkdeck?.stopSync?.();
    const after = await readManifest(next);
    const place = movedTo(evening, after, here());
    if (isPresenter()) location.replace(`/presenter/${place}${location.search}`);
    else await swapIn(`/${place}${location.search}`, place, leave);
  }

  async function take(): Promise<void> {
    if (!offered) return;
    await note(offered.version);
    tellOthers({ kind: 'take', version: offered.version });
    await goOnWith(offered.version);
  }

  function obey(command: StageCommand): void {
    const deck = deckAt(evening, here());
    const index = deck ? evening.decks.indexOf(deck) : 0;
    const go = (no: number | null | undefined) => {
      if (no) void nav.go(no);
    };
    switch (command.kind) {
      case 'blank':
        setCovers(toggleBlank(covers, command.color));
        break;
      case 'first':
        go(command.of === 'deck' ? deck?.first : 1);
        break;
      case 'last':
        go(command.of === 'deck' && deck ? placeIn(deck, deck.count) : evening.slides.length);
        break;
      case 'page':
        go(placeIn(deck ?? undefined, command.page));
        break;
      case 'deck':
        go(evening.decks[index + command.by]?.first);
        break;
      case 'presenter':
        if (!isPresenter()) void partWindows(`/presenter/${here()}`);
        break;
      case 'notes':
        sizeNotes(command.by);
        break;
      case 'zoom':
        setZoom(zoom?.slide === here() ? null : { slide: here(), ...pointer() });
        break;
      case 'take':
        if (isPresenter()) void take();
        break;
      case 'check':
        if (isPresenter()) ready.toggle();
        break;
      case 'phones':
        if (isPresenter()) codes.toggle();
        break;
      case 'help':
        keys.toggle();
        break;
      case 'escape':
        keys.hide();
        ready.hide();
        codes.hide();
        if (bar.cover) setCovers(uncover(covers));
        if (zoom) setZoom(null);
        break;
    }
  }

  /** Handles a forward or back key or tap; false if Slidev handles it. */
  function move(isForward: boolean): boolean {
    const isEnd = nav.clicks.value >= nav.clicksTotal.value;
    const moved = coverMove(evening, covers, { slide: here(), isForward, isEnd, now: Date.now() });
    if (!moved) return false;
    setCovers(moved.state);
    if (moved.go) void nav.go(moved.go);
    return true;
  }

  /** Acts like the key. */
  function goOn(isForward: boolean): void {
    isAsking = false;
    if (!move(isForward)) void (isForward ? nav.next() : nav.prev());
  }

  /** Carries out a phone's request, like the same key here. */
  function steer(asked: Steer): void {
    isAsking = false;
    if (asked.do === 'black') obey({ kind: 'blank', color: 'black' });
    else if (asked.do === 'go') {
      setCovers({ ...covers, blank: null, isPaused: false });
      if (evening.slides[asked.slide - 1]) void nav.go(asked.slide);
    } else goOn(asked.do === 'next');
  }

  function lead(slide: number): void {
    isAsking = false;
    void nav.go(slide);
  }

  /** Shows what the audience sees on another machine. */
  function showAs(shown: Shown): void {
    covers = coveredBy(shown.cover);
    render();
    void nav.go(shown.slide, shown.click);
  }

  const pointer = watchPointer((place) => zoom && setZoom({ slide: here(), ...place }), signal);
  const commandOf = stageKeys();
  const press = (event: KeyboardEvent): boolean => {
    const command = commandOf(event);
    if (command) obey(command);
    return command !== null && command.kind !== 'escape';
  };
  const answerKeys = async () => {
    for (let event = early.next(); event; event = early.next()) {
      const way = directionOf(event.key);
      if (!press(event) && way) goOn(way === 'forward');
      // Lets Slidev finish, as between two keys.
      await new Promise((resolve) => setTimeout(resolve));
    }
    early.stop();
    listenToKeys((event) => {
      isAsking = false;
      const way = directionOf(event.key);
      if (press(event)) event.stopImmediatePropagation();
      else if (way && move(way === 'forward')) {
        event.stopImmediatePropagation();
        event.preventDefault();
      }
    }, signal);
  };
  addEventListener('resize', () => render(), { signal });

  followLinks(evening, { here, go: lead }, signal);
  // A guest's finger controls nothing: the audience's window does.
  if (isSecureContext && !isPresenter()) takeTouches(goOn, signal);

  async function keep(manifest: Manifest): Promise<boolean> {
    const progress = (done: number, total: number) => {
      if (manifest === evening) render({ keeping: { done, total } });
    };
    for (;;) {
      try {
        await keepVersion(manifest, progress);
        return true;
      } catch {
        // The server is gone; what is stored stays.
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
    }
  }

  async function offer({ version: latest, errors, phones: others }: StageState): Promise<void> {
    phones = others;
    render({ errors });
    if (latest === '' || latest === (offered?.version ?? version)) return;
    if (latest === version) {
      offered = null;
      render({ offered: 0 });
      return;
    }
    const next = await readManifest(latest);
    await keep(next);
    offered = next;
    render({ offered: countChanges(evening, next) });
  }

  addEventListener(
    MOVED,
    () => {
      mirrorAddress();
      if (at !== here()) covers = leaveSlide(evening, covers, at);
      at = here();
      // The next slide is not enlarged.
      if (zoom?.slide !== here()) zoom = null;
      render();
    },
    { signal },
  );
  mirrorAddress();
  showNotesSize(signal);
  tellOthers({ kind: 'ask' });
  render();
  void placed.then(answerKeys);
  const away = (isAway: boolean) => render({ isAway });
  // Without https, browsers store nothing for addresses of another machine.
  if (!isSecureContext) {
    render({ keeping: 'impossible' });
    followAudience(evening, showAs, away, signal);
    return;
  }
  if (isOnSlide())
    tellServer = openDesk(isPresenter(), { state: (state) => void offer(state), steer, away }, signal);
  render();
  // This page runs this version; other versions in storage are shown by no window.
  if (!(await startWorker().catch(() => false))) {
    render({ keeping: 'impossible' });
  } else {
    if ((await current()) === null) await note(version);
    await keep(evening);
    // Any window that knew would have answered by now.
    isAsking = false;
    await forgetOthers([version, (await current()) ?? version]);
    render({ keeping: 'done' });
    document.documentElement.dataset.ready = version;
    void post('/@stage/ready', { version });
  }
}

/** False for a page with all slides. */
function isOnSlide(): boolean {
  return SLIDE_PAGE.test(location.pathname);
}

const SLIDE_PAGE = /^\/(?:(?:presenter\/)?\d+)?$/;

const early = rememberKeys();
void Promise.all([stageNav(), readManifest(version)]).then(([nav, evening]) => start(nav, evening, early));
