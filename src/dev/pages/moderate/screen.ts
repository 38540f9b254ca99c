import type { SlidePlace } from '../../state/dev-state.ts';

/** What the audience sees of a deck, as far as this browser knows. */
export interface AudienceScreen {
  /** The slide that it shows, or was last told to show; null where nothing is known. */
  readonly slide: number | null;
  /** Whether it is a page of this browser. */
  readonly isHere: boolean;
}

interface AudienceScreens {
  /** @param slug of the deck */
  of(slug: string): AudienceScreen;
  /** Something was put on screen. */
  tell(place: SlidePlace): void;
}

/** A window that was closed, or has crashed, cannot say so: it is asked this often, and forgotten after some silence. */
const ASKED_MS = 1000;
const MOST_UNANSWERED = 2;

/** Follows the audience's screens. @param changed is called after each change that others made */
export function audienceScreens(changed: () => void): AudienceScreens {
  const screens = new Map<string, AudienceScreen>();
  const unanswered = new Map<string, number>();
  const of = (slug: string) => screens.get(slug) ?? { slide: null, isHere: false };
  const channel = screenChannel((message) => {
    if (message.kind === 'where') return;
    const { deck, slide } = message.place;
    unanswered.set(deck, 0);
    if (of(deck).isHere && of(deck).slide === slide) return;
    screens.set(deck, { slide, isHere: true });
    changed();
  });
  const ask = () => {
    for (const [deck, count] of unanswered) {
      unanswered.set(deck, count + 1);
      if (count < MOST_UNANSWERED) continue;
      unanswered.delete(deck);
      screens.delete(deck);
      changed();
    }
    channel.send({ kind: 'where' });
  };
  setInterval(ask, ASKED_MS);
  ask();
  return {
    of,
    tell: ({ deck, slide }) => void screens.set(deck, { ...of(deck), slide }),
  };
}

/** What pages of one browser tell each other of the audience's screen. */
type ScreenMessage =
  | { readonly kind: 'at'; readonly place: SlidePlace }
  /** To be answered by `at`. */
  | { readonly kind: 'where' };

interface ScreenChannel {
  send(message: ScreenMessage): void;
}

export function screenChannel(receive: (message: ScreenMessage) => void): ScreenChannel {
  const channel = new BroadcastChannel('talkdeck-screen');
  channel.addEventListener('message', ({ data }) => receive(data));
  return { send: (message) => channel.postMessage(message) };
}

/** Whether nothing but the page is to be seen: by its own wish, or by the browser's (F11, kiosk). */
export function isFullScreen(): boolean {
  return document.fullscreenElement !== null || matchMedia('(display-mode: fullscreen)').matches;
}

declare global {
  interface Window {
    /** What Slidev lets a page know while it is being developed (its client's setup/root.ts); reactive. */
    readonly __slidev__?: SlidevContext;
  }
}

export interface SlidevContext {
  readonly nav: {
    readonly currentSlideNo: number;
    readonly total: number;
    readonly router: {
      readonly currentRoute: { readonly path: string; readonly query: object };
      replace(place: { readonly path: string; readonly query: object }): Promise<unknown>;
    };
    /** In order. */
    readonly slides: readonly {
      /** From 1. */
      readonly no: number;
      readonly meta: { __preloaded?: boolean };
      load(): Promise<unknown>;
    }[];
    /** Of the slide that is shown. */
    readonly clicks: number;
    readonly clicksTotal: number;
    /** @param clicks none unless told */
    go(slide: number, clicks?: number): Promise<void>;
  };
  readonly configs: {
    /** Of the deck as it was when the page was loaded. */
    readonly slidesTitle?: string;
    readonly themeConfig?: { title?: string };
  };
}

const INTERVAL_MS = 50;

/** Slidev's own knowledge of the page, as soon as its application has started. */
export function slidevPage(): Promise<SlidevContext> {
  return new Promise((resolve) => {
    const look = () => {
      if (window.__slidev__) resolve(window.__slidev__);
      else setTimeout(look, INTERVAL_MS);
    };
    look();
  });
}
