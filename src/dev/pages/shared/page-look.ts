import type { DevState } from '../../state/dev-state.ts';
import { setText } from './elements.ts';
import { type Words, wordsFor } from './words.ts';

/** Puts an event's look and language onto the page. */
interface PageLook {
  /** Its words; a page whose language changes loads again. */
  follow(state: DevState): Words;
}

/** @param isFollowing whether the page takes the event's own look, and not only its language */
export function pageLook(isFollowing: boolean): PageLook {
  let used: Words | null = null;
  const colors = new CSSStyleSheet();
  let text = '';
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, colors];
  /** The style sheet of the page's head is as old as the page. */
  const refresh = async () => {
    const response = await fetch('/@talkdeck/look.css').catch(() => null);
    const fresh = response?.ok ? await response.text() : text;
    if (fresh === text) return;
    text = fresh;
    colors.replaceSync(fresh);
  };
  return {
    follow({ event }) {
      const root = document.documentElement;
      const lang = event?.lang ?? 'en';
      const words = wordsFor(lang);
      if (used && used !== words) location.reload();
      used = words;
      root.lang = /^zh\b/i.test(lang) ? lang : 'en';
      if (isFollowing) root.dataset.look = event?.look ?? 'quiet';
      for (const node of document.querySelectorAll('[data-word]')) label(node, words);
      void refresh();
      return words;
    },
  };
}

/** Reads what this browser keeps; null where there is nothing, or where it keeps nothing. */
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text beyond a reload. False where the browser does not. */
export function writeStored(key: string, value: string): boolean {
  try {
    localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

/** Says on an element of the page's own markup what its `data-word` names. */
function label(node: Element, words: Words): void {
  const word = Object.entries(words).find(([name]) => name === node.getAttribute('data-word'))?.[1];
  if (typeof word !== 'string') return;
  if (node instanceof HTMLInputElement) {
    node.placeholder = word;
    node.ariaLabel = word;
  } else {
    setText(node, word);
  }
}
