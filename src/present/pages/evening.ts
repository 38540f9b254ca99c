import type { Manifest, StageDeck } from '../manifest.ts';

/** The deck of a slide. @param no from 1, through all decks */
export function deckAt({ decks, slides }: Pick<Manifest, 'decks' | 'slides'>, no: number): StageDeck | null {
  return decks[slides[no - 1]?.deck ?? -1] ?? null;
}

/**
 * Target of a slide's link.
 * @param from number of the slide that contains it
 * @param href as in the page: `talkdeck:<deck>/<slide>` to another deck, else a number or a name at the end
 * @returns null if it leads out of the evening
 */
export function linkTarget(
  { decks, slides }: Pick<Manifest, 'decks' | 'slides'>,
  from: number,
  href: string,
): number | null {
  const [, slug, page] = /^talkdeck:([^/]+)\/(\d+)$/.exec(href) ?? [];
  if (slug !== undefined)
    return placeIn(
      decks.find((deck) => deck.slug === decodeURIComponent(slug)),
      Number(page),
    );
  const [, name = ''] = /^(?:\.?\/)?(?:presenter\/)?([\w-]+)(?:\?.*)?$/.exec(href) ?? [];
  if (name === '') return null;
  const deck = slides[from - 1]?.deck;
  const named = slides.findIndex((slide) => slide.deck === deck && slide.alias === name);
  if (named >= 0) return named + 1;
  return /^\d+$/.test(name) ? placeIn(decks[deck ?? -1], Number(name)) : null;
}

/** A slide by its page within a deck, from 1; null if there is no such page. */
export function placeIn(deck: StageDeck | undefined, page: number): number | null {
  return deck && page >= 1 && page <= deck.count ? deck.first + page - 1 : null;
}

/**
 * Position of a slide in another version of the evening: the same slide, else one with its title, else the one at its
 * position in the deck; the first one if its deck is gone.
 */
export function movedTo(
  before: Pick<Manifest, 'decks' | 'slides'>,
  after: Pick<Manifest, 'decks' | 'slides'>,
  no: number,
): number {
  const [slide, deck] = [before.slides[no - 1], deckAt(before, no)];
  const now = after.decks.find(({ slug }) => slug === deck?.slug);
  if (!slide || !deck || !now) return 1;
  const page = no - deck.first;
  const inDeck = after.slides.slice(now.first - 1, now.first - 1 + now.count);
  for (const sign of ['look', 'title'] as const) {
    const same = inDeck.flatMap((each, index) =>
      slide[sign] !== '' && each[sign] === slide[sign] ? [index] : [],
    );
    const nearest = same.sort((a, b) => Math.abs(a - page) - Math.abs(b - page))[0];
    if (nearest !== undefined) return now.first + nearest;
  }
  return now.first + Math.min(page, now.count - 1);
}

/** Index of the break that follows a slide; null if there is none. */
export function breakAfter({ decks, breaks }: Pick<Manifest, 'decks' | 'breaks'>, no: number): number | null {
  const index = breaks.findIndex(({ after }) => {
    const deck = decks[after];
    return deck !== undefined && deck.first + deck.count - 1 === no;
  });
  return index < 0 ? null : index;
}

/** The number of new, changed and removed slides. */
export function countChanges(
  before: Pick<Manifest, 'slides' | 'decks'>,
  after: Pick<Manifest, 'slides' | 'decks'>,
): number {
  const looks = ({ slides, decks }: Pick<Manifest, 'slides' | 'decks'>) =>
    slides.map(({ deck, look }) => `${decks[deck]?.slug} ${look}`);
  const left = new Map<string, number>();
  for (const look of looks(before)) left.set(look, (left.get(look) ?? 0) + 1);
  let added = 0;
  for (const look of looks(after)) {
    const count = left.get(look) ?? 0;
    if (count === 0) added += 1;
    else left.set(look, count - 1);
  }
  const removed = [...left.values()].reduce((sum, count) => sum + count, 0);
  return Math.max(added, removed);
}

/** Share of a deck's time after which the clock warns. */
const LATE = 0.85;

/** How much of a deck's time is used. @param minutes its length; null if not given */
export function toneOf(seconds: number, minutes: number | null): 'good' | 'late' | 'over' {
  const part = minutes === null ? 0 : seconds / 60 / minutes;
  return part >= 1 ? 'over' : part >= LATE ? 'late' : 'good';
}
