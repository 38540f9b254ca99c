import { type ComputedRef, computed, onMounted, type Ref, ref, shallowRef } from 'vue';
import type { DevState, SlidePlace } from '../../state/dev-state.ts';
import { listen } from './live.ts';
import { type Words, wordsFor } from './words.ts';

/** A restarting server is back before anybody needs to know. */
const PATIENCE_MS = 1200;

/** A page's knowledge of the meetup. */
export interface Live<State extends DevState | null> {
  readonly state: Readonly<Ref<State | DevState>>;
  /** In the language of the meetup. */
  readonly words: ComputedRef<Words>;
  /** Whether the server has been gone for longer than it takes to restart. */
  readonly isAway: Readonly<Ref<boolean>>;
}

export interface LiveHearers {
  /** A slide is to be put on screen. */
  show?(place: SlidePlace): void;
  /** The server is reachable. */
  back?(): void;
}

/**
 * Follows the server while the page is open. Unchanged parts of a state stay the same objects, so that only what
 * differs is rendered again.
 * @param first state known before the server's first message
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
    // A browser reports every failed attempt.
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

/** Every change includes the event. */
function kept(before: DevState['event'], now: DevState['event']): DevState['event'] {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now;
}
