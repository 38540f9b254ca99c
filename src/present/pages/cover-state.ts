import type { Cover, Manifest } from '../manifest.ts';
import { breakAfter } from './evening.ts';

type Evening = Pick<Manifest, 'decks' | 'breaks'>;
type Blank = Extract<Cover, { kind: 'black' | 'white' }>;
type Pause = Extract<Cover, { kind: 'break' }>;

/** What covers the screen in all windows, whichever slide each of them shows. */
export interface CoverState {
  /** Over slides and breaks. */
  readonly blank: Blank | null;
  /** The break begun last: somebody who looks back at a slide returns to the same clock. */
  readonly pause: Pause | null;
  readonly isPaused: boolean;
}

export const UNCOVERED: CoverState = { blank: null, pause: null, isPaused: false };

/** The state shown on another machine. */
export function coveredBy(cover: Cover | null): CoverState {
  return cover?.kind === 'break'
    ? { blank: null, pause: cover, isPaused: true }
    : { ...UNCOVERED, blank: cover };
}

/** What replaces a slide on screen. A break comes after the last slide of its deck, and nowhere else. */
export function coverAt(
  evening: Evening,
  { blank, pause, isPaused }: CoverState,
  slide: number,
): Cover | null {
  if (blank) return blank;
  return isPaused && pause && breakAfter(evening, slide) === pause.index ? pause : null;
}

/** The same key again restores what was shown. */
export function toggleBlank(state: CoverState, kind: Blank['kind']): CoverState {
  return { ...state, blank: state.blank?.kind === kind ? null : { kind } };
}

/** Removes the topmost cover. */
export function uncover(state: CoverState): CoverState {
  return state.blank ? { ...state, blank: null } : { ...state, isPaused: false };
}

/** A window has gone to another slide, which ends the break. @param from number of the previous slide */
export function leaveSlide(evening: Evening, state: CoverState, from: number): CoverState {
  const isLeft = state.isPaused && breakAfter(evening, from) === state.pause?.index;
  return isLeft ? { ...state, isPaused: false } : state;
}

/**
 * Applies a forward or back key to what covers the screen.
 * @param isEnd whether all clicks of the slide are done
 * @param now in milliseconds since 1970
 * @returns also the slide to go to, or null; null if the key is for the slides
 */
export function coverMove(
  evening: Evening,
  state: CoverState,
  { slide, isForward, isEnd, now }: { slide: number; isForward: boolean; isEnd: boolean; now: number },
): { readonly state: CoverState; readonly go: number | null } | null {
  const cover = coverAt(evening, state, slide);
  if (cover) {
    const after = cover.kind === 'break' && isForward ? evening.breaks[cover.index]?.after : undefined;
    return {
      state: uncover(state),
      go: after === undefined ? null : (evening.decks[after + 1]?.first ?? null),
    };
  }
  const index = isForward && isEnd ? breakAfter(evening, slide) : null;
  if (index === null) return null;
  const { pause } = state;
  const isRunning = pause?.index === index && (pause.until ?? now) > now;
  const minutes = evening.breaks[index]?.minutes ?? null;
  const begun: Pause = { kind: 'break', index, until: minutes === null ? null : now + minutes * 60_000 };
  return { state: { ...state, pause: isRunning ? pause : begun, isPaused: true }, go: null };
}
