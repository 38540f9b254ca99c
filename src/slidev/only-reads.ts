import type { IncomingMessage } from 'node:http';

/** What Slidev's windows tell each other: which slide is shown, what is drawn on it. */
const SHARED_STATE = /^\/[^/]+\/@server-(?:ref|reactive)\//;
/** Vite opens any file of the machine in the editor that is running. */
const OPENS_EDITOR = /\/__open-in-editor/i;

/**
 * Whether a request to a deck's server changes nothing but what its windows share. Slidev takes new text for a slide,
 * also without its editor, and writes it into the deck, whose front matter may name code to run.
 */
export function onlyReads({ method = 'GET', url = '/' }: IncomingMessage): boolean {
  const isRead = method === 'GET' || method === 'HEAD';
  return (isRead && !OPENS_EDITOR.test(url)) || (method === 'POST' && SHARED_STATE.test(url));
}
