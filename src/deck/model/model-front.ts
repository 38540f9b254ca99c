import type { Meetup } from '../../content/summary/meetup.ts';
import { isDeviceName } from '../../content/validate/schema.ts';
import type { Deck } from '../deck.ts';
import { labelsFor } from '../labels.ts';
import { text } from '../slide.ts';
import { eveningDeck, eveningFacts, uniquePeople, wholeDeck } from './parts.ts';
import { programmeEntries } from './programme.ts';

/** What stands in front of all decks of a meetup: a cover, and the programme. @param decks of the meetup, in order; its name is none of theirs */
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
    reveal: false,
    cover: {
      ...base,
      kind: 'cover',
      title: text(event.title),
      subtitle: event.subtitle,
      event: null,
      ...eveningFacts(event),
      people: speakers,
    },
    slides: [
      { ...base, kind: 'programme', title: text(labels.programme), entries: programmeEntries(meetup, decks) },
    ],
  };
}

/** For a title without a letter or a digit; and behind a name that a deck has already. */
const MEETUP = 'meetup';

/**
 * The name of the meetup's file: the letters and digits of its title, in any script, as talks are named too. It is safe
 * on every file system and in a URL.
 * @param taken slugs of the decks; the name differs from each in more than case
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
 * The longest name, in UTF-16 code units. Each takes three bytes at most, and file systems take 255 for a name, of
 * which an extension, and the ending of a file that is not yet whole, need some.
 */
const LONGEST = 60;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A mark in front has lost its letter; a dot in front hides a file, and one at the end is lost on Windows. */
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
