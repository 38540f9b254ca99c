import type { SlidePlace } from '../../state/dev-state.ts';
import { screenChannel } from '../screen-channel.ts';

/** What the audience sees of a deck, as far as this browser knows. */
export interface AudienceScreen {
  /** The slide that it shows, or was last told to show; null where nothing is known. */
  readonly slide: number | null;
  /** Whether it is a page of this browser. */
  readonly isHere: boolean;
}

export interface AudienceScreens {
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
