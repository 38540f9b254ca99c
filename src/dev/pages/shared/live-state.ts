import type { DevState, SlidePlace, StateChange } from '../../state/dev-state.ts';

/** What a page hears of the server. */
export type LiveMessage =
  | { readonly kind: 'state'; readonly state: DevState }
  | { readonly kind: 'show'; readonly place: SlidePlace }
  /** Whether the server cannot be reached. */
  | { readonly kind: 'away'; readonly isAway: boolean };

/** The same as it is sent: whole states to who has none yet. */
export type SentMessage = LiveMessage | { readonly kind: 'change'; readonly change: StateChange };
