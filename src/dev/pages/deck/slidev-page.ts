/** Whether the page fills the screen, at its own request or by the browser (F11, kiosk). */
export function isFullScreen(): boolean {
  return document.fullscreenElement !== null || matchMedia('(display-mode: fullscreen)').matches;
}

declare global {
  interface Window {
    /** Exposed by Slidev during development (its client's setup/root.ts); reactive. */
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
    /** On the current slide. */
    readonly clicks: number;
    readonly clicksTotal: number;
    /** @param clicks none by default */
    go(slide: number, clicks?: number): Promise<void>;
  };
  readonly configs: {
    /** Title of the deck when the page was loaded. */
    readonly slidesTitle?: string;
    readonly themeConfig?: { title?: string };
  };
}

const INTERVAL_MS = 50;

/** Slidev's context of the page, once its application has started. */
export function slidevPage(): Promise<SlidevContext> {
  return new Promise((resolve) => {
    const look = () => {
      if (window.__slidev__) resolve(window.__slidev__);
      else setTimeout(look, INTERVAL_MS);
    };
    look();
  });
}
