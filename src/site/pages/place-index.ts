import MiniSearch from 'minisearch';
import { mayBeMistyped, tokensOf } from './tokens.ts';

/** A place of the site: where it is, what it is called, on which page, and its words. */
export type Place = readonly [href: string, title: string, page: string, text: string];

/** Finds places by their words, in any script and with slips; results have the place's number in the list as `id`. */
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
