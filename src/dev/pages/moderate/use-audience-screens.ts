import { onMounted, shallowReactive } from 'vue';
import type { SlidePlace } from '../../state/dev-state.ts';
import { screenChannel } from '../shared/screen-channel.ts';

/** What the audience sees of a deck, as far as this browser knows. */
export interface AudienceScreen {
  /** The slide that it shows, or was last told to show; null if unknown. */
  readonly slide: number | null;
  /** Whether it is a page of this browser. */
  readonly isHere: boolean;
}

export interface AudienceScreens {
  /** @param slug of the deck */
  of(slug: string): AudienceScreen;
  /** Reports that something was put on screen. */
  tell(place: SlidePlace): void;
}

/** A closed or crashed window cannot say so: it is asked this often, and forgotten after some silence. */
const ASKED_MS = 1000;
const MOST_UNANSWERED = 2;

/** Follows the audience's screens while the page is open. */
export function useAudienceScreens(): AudienceScreens {
  const screens = shallowReactive(new Map<string, AudienceScreen>());
  onMounted(() => follow(screens));
  return {
    of: (slug) => screens.get(slug) ?? UNKNOWN,
    tell: ({ deck, slide }) => void screens.set(deck, { ...(screens.get(deck) ?? UNKNOWN), slide }),
  };
}

const UNKNOWN: AudienceScreen = { slide: null, isHere: false };

function follow(screens: Map<string, AudienceScreen>): void {
  const unanswered = new Map<string, number>();
  const channel = screenChannel((message) => {
    if (message.kind === 'where') return;
    const { deck, slide } = message.place;
    unanswered.set(deck, 0);
    const { isHere, slide: before } = screens.get(deck) ?? UNKNOWN;
    if (!isHere || before !== slide) screens.set(deck, { slide, isHere: true });
  });
  const ask = () => {
    for (const [deck, count] of unanswered) {
      unanswered.set(deck, count + 1);
      if (count < MOST_UNANSWERED) continue;
      unanswered.delete(deck);
      screens.delete(deck);
    }
    channel.send({ kind: 'where' });
  };
  setInterval(ask, ASKED_MS);
  ask();
}
