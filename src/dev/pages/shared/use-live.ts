import { type ComputedRef, computed, onMounted, type Ref, ref, shallowRef } from 'vue';
import type { DevState, SlidePlace } from '../../state/dev-state.ts';
import { listen } from './live.ts';
import { type Words, wordsFor } from './words.ts';

/** A server that starts again is back before anybody needs to know. */
const PATIENCE_MS = 1200;

/** What a page knows of the meetup. */
export interface Live<State extends DevState | null> {
  readonly state: Readonly<Ref<State | DevState>>;
  /** In the language of the meetup. */
  readonly words: ComputedRef<Words>;
  /** Whether the server has been away for longer than it takes to start. */
  readonly isAway: Readonly<Ref<boolean>>;
}

export interface LiveHearers {
  /** Something is to be put on screen. */
  show?(place: SlidePlace): void;
  /** The server can be reached. */
  back?(): void;
}

/**
 * Follows the server while the page is there. What has not changed of a state stays the same object, so that only what
 * shows something else is drawn again.
 * @param first what is known before the server says anything
 */
export function useLive<State extends DevState | null>(
  first: State,
  { show, back }: LiveHearers = {},
): Live<State> {
  const state: Ref<State | DevState> = shallowRef<State | DevState>(first);
  const isAway = ref(false);
  let timer: number | undefined;
  const tell = () => {
    isAway.value = true;
  };
  const setAway = (away: boolean) => {
    // A browser tells again with each attempt that fails.
    if (away) timer ??= window.setTimeout(tell, PATIENCE_MS);
    else {
      clearTimeout(timer);
      timer = undefined;
      isAway.value = false;
      back?.();
    }
  };
  onMounted(() => {
    setAway(true);
    listen((message) => {
      if (message.kind === 'away') setAway(message.isAway);
      else if (message.kind === 'show') show?.(message.place);
      else state.value = { ...message.state, event: kept(state.value?.event ?? null, message.state.event) };
    });
  });
  const words = computed(() => wordsFor(state.value?.event?.lang ?? 'en'));
  return { state, words, isAway };
}

/** The event is sent with each change. */
function kept(before: DevState['event'], now: DevState['event']): DevState['event'] {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now;
}
