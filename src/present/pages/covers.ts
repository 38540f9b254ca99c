import type { Cover, Manifest } from '../manifest.ts';
import { made } from './dom.ts';
import type { Words } from './words.ts';

const TICK_MS = 250;

/** Covers the screen; null uncovers it. A break shows what comes next, and when. */
export function coverView(evening: Manifest, words: Words): (cover: Cover | null) => void {
  const [title, left, next] = [made('h1'), made('p', 'left'), made('p', 'next')];
  const node = made('div', 'stage-cover', made('div', 'stage-break', title, left, next));
  node.hidden = true;
  document.body.append(node);
  let shown: Cover | null = null;
  const tick = () => {
    const until = shown?.kind === 'break' ? shown.until : null;
    left.textContent = until === null ? '' : minutesOf(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
  };
  setInterval(tick, TICK_MS);
  return (cover) => {
    shown = cover;
    node.hidden = cover === null;
    node.dataset.kind = cover?.kind ?? '';
    const pause = cover?.kind === 'break' ? evening.breaks[cover.index] : undefined;
    const after = pause && evening.decks[pause.after + 1];
    title.textContent = pause?.title ?? '';
    next.textContent = after ? words.next([after.title, ...after.speakers].join(' \u00b7 ')) : '';
    tick();
  };
}

/** Formats seconds, such as `4:05`. */
export function minutesOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The list of keys. */
export function keysView({ keysTitle, keys }: Words): { toggle(): void; hide(): void } {
  const list = made('dl');
  for (const [key, what] of keys) list.append(made('dt', '', key), made('dd', '', what));
  const node = made('section', 'stage-keys', made('h2', '', keysTitle), list);
  node.hidden = true;
  document.body.append(node);
  return {
    toggle: () => {
      node.hidden = !node.hidden;
    },
    hide: () => {
      node.hidden = true;
    },
  };
}
