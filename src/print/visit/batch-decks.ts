import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import type { PrintableDeck } from '../types.ts';

/** More slides on a page would cost more memory than the time saved is worth. */
const MOST_SLIDES = 160;
/** A smaller batch takes longer to load than showing it in parallel saves. */
const FEWEST_SLIDES = 60;

/**
 * Settings of a deck or its first slide: those that Slidev knows, and those that our templates write. Anything else in
 * the headmatter configures the whole bundle, for Slidev or a theme.
 */
const OF_THE_DECK = new Set(
  [
    'author background class clicks clicksStart dragPos hideInToc info keywords lang layout level preload routeAlias',
    'title titleTemplate transition zoom',
    'density ground hangs middle other panel place voice',
  ].flatMap((names) => names.split(' ')),
);
const OF_THE_DECKS_THEME = new Set(['title', 'accent', 'look']);

/**
 * Divides decks into bundles: in order, with no more slides than a page holds comfortably, and only decks with the same
 * settings, because a bundle has one set of them.
 *
 * @param pages number of batches that can be shown in parallel
 */
export function batchDecks<D extends Pick<PrintableDeck, 'text' | 'origins'>>(
  decks: readonly D[],
  pages: number,
  mostSlides: number = MOST_SLIDES,
): readonly (readonly D[])[] {
  const groups: { readonly settings: unknown; readonly decks: D[] }[] = [];
  for (const deck of decks) {
    const settings = settingsOf(deck.text);
    const group = groups.find((other) => isDeepStrictEqual(other.settings, settings));
    if (group) group.decks.push(deck);
    else groups.push({ settings, decks: [deck] });
  }
  return groups.flatMap((group) => cut(group.decks, pages, mostSlides));
}

/** Cuts into as many batches as needed or worthwhile, of about equal size. */
function cut<D extends Pick<PrintableDeck, 'origins'>>(
  decks: readonly D[],
  pages: number,
  mostSlides: number,
): D[][] {
  const slides = decks.reduce((sum, { origins }) => sum + origins.length, 0);
  const worthIt = Math.min(pages, Math.floor(slides / FEWEST_SLIDES));
  const target = slides / Math.max(1, worthIt, Math.ceil(slides / mostSlides));
  const batches: D[][] = [];
  let taken = 0;
  for (const deck of decks) {
    const middle = taken + deck.origins.length / 2;
    const at = Math.floor(middle / target);
    taken += deck.origins.length;
    const batch = batches[at];
    if (batch) batch.push(deck);
    else batches[at] = [deck];
  }
  return batches.filter((batch) => batch !== undefined);
}

function settingsOf(text: string): unknown {
  const head = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
  let settings: unknown;
  try {
    settings = parse(head);
  } catch {
    return head; // Slidev will report the error.
  }
  if (typeof settings !== 'object' || settings === null) return null;
  const { themeConfig, ...rest } = settings as Readonly<Record<string, unknown>>;
  return { ...without(rest, OF_THE_DECK), themeConfig: without(themeConfig ?? {}, OF_THE_DECKS_THEME) };
}

function without(record: object, keys: ReadonlySet<string>): object {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.has(key)));
}
