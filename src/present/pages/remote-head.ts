import type { Manifest, Shown } from '../manifest.ts';
import { minutesOf } from './covers.ts';
import { made } from './dom.ts';
import { deckAt, toneOf } from './evening.ts';
import { wordsFor } from './words.ts';

const TICK_MS = 500;

/** Shows the position in the evening, the time, and how much of its time the deck has used. */
export function remoteHead(evening: Manifest): {
  readonly node: HTMLElement;
  /** @param used seconds, as received at `heardAt` (milliseconds since 1970) */
  show(shown: Shown, used: number, heardAt: number): void;
} {
  const words = wordsFor(evening.lang);
  const [place, clock, used, clicks] = [
    made('span', 'place'),
    made('span', 'clock'),
    made('span', 'used'),
    made('span', 'clicks'),
  ];
  let heard: { readonly shown: Shown; readonly used: number; readonly at: number } | null = null;
  const tick = () => {
    clock.textContent = new Date().toLocaleTimeString(evening.lang, { hour: '2-digit', minute: '2-digit' });
    const deck = heard && deckAt(evening, heard.shown.slide);
    if (!heard || !deck) return;
    const seconds = heard.used + Math.floor((Date.now() - heard.at) / 1000);
    used.textContent = words.used(minutesOf(seconds), deck.minutes);
    used.dataset.time = toneOf(seconds, deck.minutes);
  };
  setInterval(tick, TICK_MS);
  return {
    node: made('header', '', place, clock, used, clicks),
    show(shown, usedThen, at) {
      heard = { shown, used: usedThen, at };
      const deck = deckAt(evening, shown.slide);
      if (deck) {
        const [no, page] = [evening.decks.indexOf(deck) + 1, shown.slide - deck.first + 1];
        place.textContent = words.place(no, evening.decks.length, page, deck.count);
      }
      clicks.textContent = shown.clicks > 0 ? `${shown.click}/${shown.clicks}` : '';
      tick();
    },
  };
}
