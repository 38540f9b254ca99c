import type { CoverState } from './cover-state.ts';
import type { Zoom } from './zoom.ts';

/** Messages between windows of one browser, besides Slidev's own slide, click and timer. */
export type WindowMessage =
  | { readonly kind: 'cover'; readonly covers: CoverState }
  | { readonly kind: 'zoom'; readonly version: string; readonly zoom: Zoom | null }
  /** All switch to this version, each at its slide. */
  | { readonly kind: 'take'; readonly version: string }
  /** A new window asks for the position of the evening and what covers the screen. */
  | { readonly kind: 'ask' }
  | { readonly kind: 'place'; readonly version: string; readonly slide: number; readonly click: number };

/** The other windows of this evening, which communicate without a server. @param signal ends it */
export function otherWindows(
  hear: (message: WindowMessage) => void,
  signal: AbortSignal,
): (message: WindowMessage) => void {
  const channel = new BroadcastChannel('talkdeck-stage');
  channel.addEventListener('message', ({ data }) => hear(data));
  signal.addEventListener('abort', () => channel.close());
  return (message) => {
    if (!signal.aborted) channel.postMessage(message);
  };
}
