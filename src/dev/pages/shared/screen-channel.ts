import type { SlidePlace } from '../../state/dev-state.ts';

/** Messages between pages of one browser about the audience's screen. */
type ScreenMessage =
  | { readonly kind: 'at'; readonly place: SlidePlace }
  /** Answered by `at`. */
  | { readonly kind: 'where' };

interface ScreenChannel {
  send(message: ScreenMessage): void;
}

export function screenChannel(receive: (message: ScreenMessage) => void): ScreenChannel {
  const channel = new BroadcastChannel('talkdeck-screen');
  channel.addEventListener('message', ({ data }) => receive(data));
  return { send: (message) => channel.postMessage(message) };
}
