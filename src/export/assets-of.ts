import type { PrintableDeck } from '../print/types.ts';

/**
 * For each deck, the assets that shape it: those that its text names, and those that no deck names, such as the
 * style sheet and fonts.
 */
export function assetsOf<A extends { readonly path: string }>(
  decks: readonly PrintableDeck[],
  assets: readonly A[],
): (deck: PrintableDeck) => readonly A[] {
  const named = new Set(
    assets.filter(({ path }) => decks.some(({ text }) => text.includes(path))).map(({ path }) => path),
  );
  return ({ text }) => assets.filter(({ path }) => !named.has(path) || text.includes(path));
}
