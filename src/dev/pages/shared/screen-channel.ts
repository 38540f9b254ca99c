import type { SlidePlace } from '../../state/dev-state.ts';

/** What pages of one browser tell each other of the audience's screen. */
type ScreenMessage =
  | { readonly kind: 'at'; readonly place: SlidePlace }
  /** To be answered by `at`. */
  | { readonly kind: 'where' };

interface ScreenChannel {
  send(message: ScreenMessage): void;
}

export function screenChannel(receive: (message: ScreenMessage) => void): ScreenChannel {
  const channel = new BroadcastChannel('talkdeck-screen');
  channel.addEventListener('message', ({ data }) => receive(data));
  return { send: (message) => channel.postMessage(message) };
}
