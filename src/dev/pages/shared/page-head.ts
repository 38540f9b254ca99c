import { onMounted, useSSRContext, watch, watchEffect } from 'vue';
import type { DevState } from '../../state/dev-state.ts';

declare global {
  interface ImportMeta {
    /** Set when the pages are bundled (scripts/dev-pages.ts). */
    readonly env: { readonly SSR: boolean };
  }
}

/** Parts of a page outside of its body. */
export interface PageHead {
  title: string;
  lang: string;
  /** Name of the look; null if the page has its own. */
  look: string | null;
}

/**
 * Updates the head to match the meetup, and the colours to look.css, which the page loads only once. On the server, the
 * head is stored in the rendering context.
 */
export function usePageHead(head: () => PageHead, state: () => DevState): void {
  const context = import.meta.env.SSR ? useSSRContext<PageHead>() : undefined;
  if (context) {
    Object.assign(context, head());
    return;
  }
  onMounted(() => {
    const root = document.documentElement;
    watchEffect(() => {
      const { title, lang, look } = head();
      document.title = title;
      root.lang = lang;
      if (look !== null) root.dataset.look = look;
    });
    const refresh = ownColors();
    watch(state, refresh);
  });
}

function ownColors(): () => Promise<void> {
  const colors = new CSSStyleSheet();
  let text = '';
  /** Responses to older requests may contain older colours. */
  let asked = 0;
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, colors];
  return async () => {
    asked += 1;
    const mine = asked;
    const response = await fetch('/@talkdeck/look.css').catch(() => null);
    const fresh = response?.ok ? await response.text() : text;
    if (mine !== asked || fresh === text) return;
    text = fresh;
    colors.replaceSync(fresh);
  };
}

/** The language of the page's own words, in the meetup's spelling. */
export function pageLang({ event }: DevState): string {
  const lang = event?.lang ?? 'en';
  return /^zh\b/i.test(lang) ? lang : 'en';
}
