/** A Vue ref. */
interface Ref<T> {
  readonly value: T;
}

/** Slidev's own navigation (its client's composables/useNav.ts). Slides are numbered through all decks, from 1. */
export interface StageNav {
  readonly currentSlideNo: Ref<number>;
  readonly clicks: Ref<number>;
  /** For the current slide. */
  readonly clicksTotal: Ref<number>;
  readonly isPresenter: Ref<boolean>;
  go(slide: number, clicks?: number): Promise<void>;
  next(): Promise<void>;
  prev(): Promise<void>;
}

declare global {
  /** Exposed by the bundle (slidev/options.ts). */
  var __talkdeck:
    | { nav?: StageNav; mounted: ReadonlySet<number>; errors: readonly unknown[]; stopSync?(): void }
    | undefined;
}

/** Another slide, click or view is shown. */
export const MOVED = 'talkdeck:moved';

/** Slidev's navigation, once its application has started. */
export function stageNav(): Promise<StageNav> {
  return new Promise((resolve) => {
    const look = () => {
      const nav = globalThis.__talkdeck?.nav;
      if (!nav) return;
      removeEventListener(MOVED, look);
      resolve(nav);
    };
    addEventListener(MOVED, look);
    look();
  });
}
