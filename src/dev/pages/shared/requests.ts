import type { SlidePlace } from '../../state/dev-state.ts';
import type { Notify } from './use-notices.ts';
import type { Words } from './words.ts';

/** The server's explanation of a failure: `{message}` as JSON, or plain text. */
export async function failureOf(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const { message }: { readonly message?: unknown } = JSON.parse(text);
    if (typeof message === 'string' && message !== '') return message;
  } catch {
    // Not JSON.
  }
  return text.trim() || `${response.status} ${response.statusText}`;
}

/** Sends JSON to the server. Null on success, else the server's explanation; empty if it is unreachable. */
export async function postJson(path: string, body: unknown): Promise<string | null> {
  try {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
    return response.ok ? null : await failureOf(response);
  } catch {
    return '';
  }
}

/** A slide, or a position in a file; both 1-based. */
type SourcePlace = SlidePlace | { readonly file: string; readonly line: number; readonly column: number };

/** Opens a position in the user's editor, and reports whether that worked. */
export async function openSource(place: SourcePlace, notify: Notify, words: Words): Promise<void> {
  const failure = await postJson('/@talkdeck/edit', place);
  notify(failure === null ? words.opened : failure || words.away);
}

/** Address of a deck. @param view such as `presenter/3`; empty for its first slide */
export function deckPath(slug: string, view: string | number = ''): string {
  return `/${encodeURIComponent(slug)}/${view}`;
}

/** Whether a text field has the focus. */
export function isTyping(): boolean {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement)) return false;
  return active.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(active.tagName);
}
