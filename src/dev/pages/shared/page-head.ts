import { onMounted, useSSRContext, watch, watchEffect } from 'vue';
import type { DevState } from '../../state/dev-state.ts';

declare global {
  interface ImportMeta {
    /** Set when the pages are bundled (scripts/dev-pages.ts). */
    readonly env: { readonly SSR: boolean };
  }
}

/** What a page says outside of its body. */
export interface PageHead {
  title: string;
  lang: string;
  /** Name of the look; null where the page has one of its own. */
  look: string | null;
}

/**
 * Keeps the head that of the meetup, and its colours those of look.css, which the page itself loads only once. On the
 * server the head is left in the context of the page that is made.
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
  /** Answers to older requests may be of older colours. */
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

/** The language of the page's own words, as its meetup writes it. */
export function pageLang({ event }: DevState): string {
  const lang = event?.lang ?? 'en';
  return /^zh\b/i.test(lang) ? lang : 'en';
}
