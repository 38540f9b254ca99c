/** A value of Vue's, by reference. */
interface Ref<T> {
  readonly value: T;
}

/** Slidev's own navigation (its client's composables/useNav.ts). Slides are numbered through all decks, from 1. */
export interface StageNav {
  readonly currentSlideNo: Ref<number>;
  readonly clicks: Ref<number>;
  /** Of the slide that is shown. */
  readonly clicksTotal: Ref<number>;
  readonly isPresenter: Ref<boolean>;
  go(slide: number, clicks?: number): Promise<void>;
  next(): Promise<void>;
  prev(): Promise<void>;
}

declare global {
  /** What the bundle lets its pages know (slidev/options.ts). */
  var __talkdeck:
    | { nav?: StageNav; mounted: ReadonlySet<number>; errors: readonly unknown[]; stopSync?(): void }
    | undefined;
}

/** Another slide or click is shown, or the page is another view now. */
export const MOVED = 'talkdeck:moved';

/** Slidev's navigation, as soon as its application has started. */
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
