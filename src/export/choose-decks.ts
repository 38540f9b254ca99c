import { closest } from '../base/closest.ts';
import { CliError } from '../base/errors.ts';

/**
 * The decks that were asked for by name, in the order of the meetup; all of them where none was.
 * @throws CliError when there is no such deck
 */
export function chooseDecks<D extends { readonly slug: string }>(
  decks: readonly D[],
  names: readonly string[],
): readonly D[] {
  if (names.length === 0) return decks;
  const slugs = decks.map(({ slug }) => slug);
  for (const name of names) {
    if (slugs.includes(name)) continue;
    const meant = closest(name, slugs);
    throw new CliError(
      `There is no deck "${name}".`,
      meant ? `Did you mean "${meant}"?` : `There are: ${slugs.join(', ')}.`,
    );
  }
  return decks.filter(({ slug }) => names.includes(slug));
}
