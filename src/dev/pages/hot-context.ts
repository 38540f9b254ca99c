import { deckPath } from './deck-path.ts';

/** How Vite's client tells of changes, in the order in which the server made them. */
export interface HotContext {
  on(event: string, hear: (data: unknown) => unknown): void;
}

/** Null where the page is none of Vite's. @param slug of the deck @param owner who listens; each has one of its own */
export async function hotContext(slug: string, owner: string): Promise<HotContext | null> {
  try {
    // The page has loaded it already.
    const { createHotContext } = await import(deckPath(slug, '@vite/client'));
    return createHotContext(`/@talkdeck/${owner}`);
  } catch {
    return null;
  }
}
