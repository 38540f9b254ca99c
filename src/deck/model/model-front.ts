import { type Meetup, meetupNames } from '../../content/summary/meetup.ts';
import { isDeviceName } from '../../content/validate/schema.ts';
import type { Deck } from '../deck.ts';
import { labelsFor } from '../labels.ts';
import { text } from '../slide.ts';
import { eveningDeck, eveningFacts, uniquePeople, wholeDeck } from './parts.ts';
import { programmeEntries } from './programme.ts';

/**
 * The deck in front of all others: a cover and the programme. @param decks of the meetup, in order; its name differs
 * from theirs
 */
export function modelFront(meetup: Meetup, decks: readonly Deck[]): Deck {
  const { event } = meetup;
  const labels = labelsFor(event.lang, event.labels);
  const base = wholeDeck(event.source.path);
  const speakers = uniquePeople(decks.flatMap((deck) => deck.speakers));
  return {
    kind: 'meetup',
    slug: frontSlug(
      event.title,
      decks.map(({ slug }) => slug),
    ),
    title: event.title,
    ...eveningDeck(event),
    names: meetupNames(meetup),
    reveal: false,
    cover: {
      ...base,
      kind: 'cover',
      title: text(event.title),
      subtitle: event.subtitle,
      event: null,
      ...eveningFacts(event),
      venue: event.venue,
      people: speakers,
      sponsors: event.sponsors.map(({ logo }) => logo),
    },
    slides: [
      { ...base, kind: 'programme', title: text(labels.programme), entries: programmeEntries(meetup, decks) },
    ],
  };
}

/** Name for a title without letters and digits; also appended to a name already taken. */
const MEETUP = 'meetup';

/**
 * Name of the meetup's file: the letters and digits of its title, in any script, as for talks. Safe on every file
 * system and in URLs.
 * @param taken slugs of the decks; the name differs from each by more than case
 */
export function frontSlug(title: string, taken: readonly string[]): string {
  const words = title.normalize('NFC').replaceAll(/[^\p{L}\p{N}\p{M}._]+/gu, '-');
  const name = trim(cut(trim(words))) || MEETUP;
  let slug = isDeviceName(name) ? name.replace(/^[^.]+/, '$&_') : name;
  const used = new Set(taken.map((each) => each.toLowerCase()));
  while (used.has(slug.toLowerCase())) slug += `-${MEETUP}`;
  return slug;
}

/**
 * Longest name in UTF-16 units. Each takes at most three bytes; file systems allow 255 for a name, including the
 * extension and the suffix of unfinished files.
 */
const LONGEST = 60;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A leading mark has lost its letter, a leading dot hides a file, and a trailing one is dropped on Windows. */
function trim(name: string): string {
  return name.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[._-]+$/, '');
}

function cut(name: string): string {
  let kept = '';
  for (const { segment } of graphemes.segment(name)) {
    if (kept.length + segment.length > LONGEST) break;
    kept += segment;
  }
  return kept;
}
