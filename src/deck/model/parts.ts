import { assetPath } from '../../content/summary/asset.ts';
import {
  type CoverPicture,
  type Event,
  type Exchange,
  type Meetup,
  type NamedLink,
  namedIn,
  profilesOf,
} from '../../content/summary/meetup.ts';
import { formatDays } from '../dates.ts';
import type { Deck } from '../deck.ts';
import type { CoverSlide, Slide, SlideOf } from '../kinds/slides.ts';
import { type Labels, labelsFor } from '../labels.ts';
import { logosWidth } from '../logos.ts';
import { type CodedLink, type Person, type QuestionLink, type SlideBase, text } from '../slide.ts';

/** Number of colours in the theme's palette; further speakers reuse them. */
const ACCENTS = 8;

/** Finds a person by exact name; unknown people have only a name. */
export type People = (name: string) => Person;

export function createPeople({ event, talks, exchanges }: Meetup): People {
  const { accents } = event.look;
  const known = new Map<string, Person>();
  /** Merges several descriptions of one person; earlier ones take precedence. */
  const add = ({ name, ...more }: Person) => {
    const before = known.get(name);
    known.set(name, {
      name,
      role: before?.role ?? more.role,
      org: before?.org ?? more.org,
      accent: before?.accent ?? more.accent,
      portrait: before?.portrait ?? more.portrait,
    });
  };
  const profiles = profilesOf({ event, talks }).map(({ file, profile }) => ({
    ...profile,
    accent: profile.accent?.color ?? null,
    portrait: profile.portrait && assetPath(file, profile.portrait.ref),
  }));
  for (const profile of profiles) add(profile);
  const speakers = new Set(talks.flatMap((talk) => talk.speakers.map(({ name }) => name)));
  for (const [index, name] of [...speakers].entries()) {
    add({ ...nobody(name), accent: accents[index % accents.length] ?? index % ACCENTS });
  }
  for (const { name, role } of exchanges.flatMap(namedIn)) if (role !== null) add({ ...nobody(name), role });
  return (name) => known.get(name) ?? nobody(name);
}

function nobody(name: string): Person {
  return { name, role: null, org: null, accent: null, portrait: null };
}

/** Without duplicates, in order. */
export function uniquePeople(people: readonly Person[]): readonly Person[] {
  return [...new Map(people.map((person) => [person.name, person])).values()];
}

/** @param index 0-based position of the exchange in the meetup */
export function questionLink({ question, askedBy }: Exchange, index: number): QuestionLink {
  return { question: question.text, number: index + 1, askedBy: askedBy.typed };
}

/** Links of front matter as slides show them; some names are translated to the deck's language. */
export function codedLinks(
  links: readonly NamedLink[],
  labels: Labels,
  owner: string | null = null,
): readonly CodedLink[] {
  const named: Readonly<Record<string, string>> = {
    slides: labels.slides,
    repository: labels.repository,
    feedback: labels.feedback,
  };
  return links.map(({ name, href }) => ({
    name: Object.hasOwn(named, name) ? (named[name] ?? name) : name,
    owner,
    href,
  }));
}

/** The evening's links: the meetup's site, where everything can be read, and those of event.md. */
export function eveningLinks({ site, links }: Event, labels: Labels): readonly CodedLink[] {
  const ofSite = site === null ? [] : [{ name: labels.site, owner: null, href: site }];
  return [...ofSite, ...codedLinks(links, labels)];
}

/** The last slides of a deck: links for which the closing slide has no room come before it. */
export function endSlides(
  closing: Omit<SlideOf<'closing'>, 'links'>,
  links: readonly CodedLink[],
  labels: Labels,
): readonly Slide[] {
  const { part, place, density, notes, sources, origin } = closing;
  const shown = [...new Map(links.map((link) => [link.href, link])).values()];
  const [first, more] = [shown.slice(0, CLOSING_LINKS), shown.slice(CLOSING_LINKS)];
  const base = { part, place, density, notes, sources, origin };
  return [
    ...(more.length > 0 ? [{ ...base, kind: 'links', title: text(labels.links), links: more } as const] : []),
    { ...closing, links: first },
  ];
}

/** Number of QR codes that are large enough to scan from the back row beside the closing text. */
const CLOSING_LINKS = 2;

/** Fields of a slide that belongs to the deck as a whole. @param file path of its summary, relative to the root */
export function wholeDeck(file: string): Omit<SlideBase, 'title'> {
  return { part: null, place: null, density: 0, notes: [], sources: [], origin: { file, line: 1 } };
}

/** Common fields of decks that belong to the whole evening rather than to a speaker. */
export function eveningDeck({
  title,
  lang,
  labels,
  organizer,
  host,
  look,
  reveal,
}: Event): Pick<Deck, 'lang' | 'labels' | 'author' | 'speakers' | 'accent' | 'look' | 'reveal'> {
  return {
    lang,
    labels: labelsFor(lang, labels),
    author: organizer ?? host ?? title,
    speakers: [],
    accent: null,
    look,
    reveal,
  };
}

/** Date, host, organiser and picture for covers. */
export function eveningFacts({
  date,
  lang,
  host,
  organizer,
  cover,
  look,
}: Event): Pick<CoverSlide, 'date' | 'host' | 'organizer' | 'picture' | 'logosRoom'> {
  return {
    date: date && formatDays(date, lang),
    host,
    organizer,
    picture: cover && coverGround(cover),
    logosRoom: logosWidth(null, look.logo),
  };
}

/** The picture that fills a cover's background. */
export function coverGround({ path, scrim }: CoverPicture): CoverSlide['picture'] {
  return { path, scrim };
}
