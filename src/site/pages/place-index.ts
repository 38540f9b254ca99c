import MiniSearch from 'minisearch';
import { mayBeMistyped, tokensOf } from './tokens.ts';

/** A place on the site: its address, title, page, and text. */
export type Place = readonly [href: string, title: string, page: string, text: string];

/** Finds places by their words, in any script and despite typos; a result's `id` is the place's index in the list. */
export function placeIndex(places: readonly Place[]): MiniSearch {
  const index = new MiniSearch({
    fields: ['title', 'page', 'text'],
    tokenize: tokensOf,
    processTerm: (term) => term,
    searchOptions: {
      combineWith: 'AND',
      prefix: true,
      fuzzy: (term) => (mayBeMistyped(term) ? 0.2 : false),
      boost: { title: 4, page: 2 },
    },
  });
  index.addAll(places.map(([, title, page, text], id) => ({ id, title, page, text })));
  return index;
}
