/** Who views a page of a deck: the audience, the presenter, or somebody who sees all slides, notes or a print. */
export type ViewerRole = 'audience' | 'presenter' | 'other';

/** Slidev's routes (its client's setup/routes.ts) other than slides. */
const OTHERS = new Set(['overview', 'notes', 'notes-edit', 'entry', 'print', 'export']);

export interface ViewedDeck {
  /** Slug. */
  readonly deck: string;
  readonly view: ViewerRole;
}

/** What an address of a deck shows. @param address path and query */
export function viewedDeck({
  pathname,
  search,
}: {
  readonly pathname: string;
  readonly search: string;
}): ViewedDeck {
  const [slug = '', first = '', second = ''] = pathname.split('/').slice(1);
  const deck = decodeURIComponent(slug);
  if (new URLSearchParams(search).has('print') || OTHERS.has(first)) return { deck, view: 'other' };
  if (first !== 'presenter') return { deck, view: 'audience' };
  return { deck, view: second === 'print' ? 'other' : 'presenter' };
}
