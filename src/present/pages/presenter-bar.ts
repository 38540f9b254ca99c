import type { Cover, Manifest } from '../manifest.ts';
import { minutesOf } from './covers.ts';
import { made } from './dom.ts';
import { deckAt, toneOf } from './evening.ts';
import type { Words } from './words.ts';

export interface BarState {
  /** Number of files that the browser has, and in total; null before the first. */
  readonly keeping: { readonly done: number; readonly total: number } | 'done' | 'impossible' | null;
  readonly isAway: boolean;
  /** Number of changed slides in a newer version; 0 if there is none. */
  readonly offered: number;
  /** Positions of errors in content/. */
  readonly errors: readonly string[];
  readonly cover: Cover | null;
  /** Whether the audience's slide is enlarged. */
  readonly isZoomed: boolean;
}

const TICK_MS = 500;

/** The presenter's bar above the slides: position, time and status. Null hides it. */
export function presenterBar(
  evening: Manifest,
  words: Words,
): (state: (BarState & { readonly slide: number }) | null) => void {
  const [place, next, news, used, clock] = ['place', 'next', 'news', 'used', 'clock'].map((name) =>
    made('span', name),
  );
  const node = made('header', 'stage-bar', ...([place, next, news, used, clock] as Node[]));
  node.hidden = true;
  document.body.prepend(node);
  /** When each deck was first shown here, by its slug. */
  const began = new Map<string, number>();
  let shown: (BarState & { readonly slide: number }) | null = null;

  const render = () => {
    node.hidden = shown === null;
    if (!shown || !place || !next || !news || !used || !clock) return;
    const deck = deckAt(evening, shown.slide);
    if (!deck) return;
    const index = evening.decks.indexOf(deck);
    if (!began.has(deck.slug)) began.set(deck.slug, Date.now());
    const seconds = Math.floor((Date.now() - (began.get(deck.slug) ?? 0)) / 1000);
    const after = evening.decks[index + 1];
    setText(place, words.place(index + 1, evening.decks.length, shown.slide - deck.first + 1, deck.count));
    setText(next, after ? words.next(after.speakers.join(', ') || after.title) : '');
    setText(used, words.used(minutesOf(seconds), deck.minutes));
    setText(clock, new Date().toLocaleTimeString(evening.lang, { hour: '2-digit', minute: '2-digit' }));
    used.dataset.time = toneOf(seconds, deck.minutes);
    const [tone, text] = newsOf(shown, words);
    news.dataset.tone = tone;
    setText(news, text);
  };
  setInterval(render, TICK_MS);
  return (state) => {
    shown = state;
    render();
  };
}

/** The one thing that the presenter should know now. */
function newsOf(
  { cover, isZoomed, errors, offered, isAway, keeping }: BarState,
  words: Words,
): [tone: string, text: string] {
  if (cover) return ['alert', words[cover.kind]];
  if (isZoomed) return ['alert', words.zoomed];
  if (errors.length > 0) return ['alert', words.errors(errors)];
  if (offered > 0) return ['offer', words.offered(offered)];
  if (keeping === 'impossible') return ['alert', words.online];
  if (isAway) return ['quiet', words.away];
  if (keeping === 'done') return ['good', words.ready];
  return ['wait', keeping === null ? '' : words.loading(keeping.done, keeping.total)];
}

function setText(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

/** Sizes of notes in the presenter's window, in pixels: readable from one metre to three. */
const SIZES = [22, 28, 36, 48] as const;
const KEPT = 'talkdeck-notes';

/** Shows notes in the last used size, and follows changes by other windows of this browser. */
export function showNotesSize(signal: AbortSignal): void {
  applySize(keptStep());
  addEventListener('storage', ({ key }) => key === KEPT && applySize(keptStep()), { signal });
}

/** Makes notes larger (1) or smaller (-1) in the presenter's window, from any window. */
export function sizeNotes(by: 1 | -1): void {
  const step = Math.min(SIZES.length - 1, Math.max(0, keptStep() + by));
  localStorage.setItem(KEPT, String(step));
  applySize(step);
}

function keptStep(): number {
  const kept = Number(localStorage.getItem(KEPT) ?? 0);
  return Number.isInteger(kept) ? kept : 0;
}

function applySize(step: number): void {
  document.documentElement.style.setProperty('--stage-notes', `${SIZES[step] ?? SIZES[0]}px`);
}
