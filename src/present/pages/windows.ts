import type { CoverState } from './cover-state.ts';
import type { Zoom } from './zoom.ts';

/** What the windows of one browser tell each other, besides Slidev's own slide, click and timer. */
export type WindowMessage =
  | { readonly kind: 'cover'; readonly covers: CoverState }
  | { readonly kind: 'zoom'; readonly version: string; readonly zoom: Zoom | null }
  /** All go on with this version, each at its slide. */
  | { readonly kind: 'take'; readonly version: string }
  /** A window has come: whoever knows tells where the evening is, and what covers the screen. */
  | { readonly kind: 'ask' }
  | { readonly kind: 'place'; readonly version: string; readonly slide: number; readonly click: number };

/** The other windows of this evening; they need no server to hear each other. @param signal ends it */
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
