/** Where a deck is served. @param view such as `presenter/3`; empty for its first slide */
export function deckPath(slug: string, view: string | number = ''): string {
  return `/${encodeURIComponent(slug)}/${view}`;
}
