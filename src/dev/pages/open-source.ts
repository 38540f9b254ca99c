import type { SlidePlace } from '../state/dev-state.ts';
import { postJson } from './post-json.ts';
import type { Notify } from './shared/notices.ts';
import type { Words } from './shared/words.ts';

/** A slide, or a place in a file; both from 1. */
export type SourcePlace =
  | SlidePlace
  | { readonly file: string; readonly line: number; readonly column: number };

/** Opens a place in the user's editor, and says whether that worked. */
export async function openSource(place: SourcePlace, notify: Notify, words: Words): Promise<void> {
  const failure = await postJson('/@talkdeck/edit', place);
  notify(failure === null ? words.opened : failure || words.away);
}
