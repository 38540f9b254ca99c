import { formatDays } from '../deck/dates.ts';
import { labelsFor } from '../deck/labels.ts';
import { codedLinks, type People } from '../deck/model/parts.ts';
import { programmeEntries } from '../deck/model/programme.ts';
import { mediaAddress } from './article.ts';
import {
  accentOf,
  filesOf,
  frame,
  linksOf,
  pageOf,
  personView,
  type SiteContent,
  type SitePage,
  sectionsOf,
  slidesOf,
  titleOf,
  topicsOf,
} from './page-parts.ts';
import { addressFrom, PLACES, slideFrom } from './site-places.ts';
import { siteWords } from './site-words.ts';

export function eveningPage(content: SiteContent, people: People): SitePage {
  const { meetup, decks, recording } = content;
  const { event, talks } = meetup;
  const page = PLACES.evening;
  const words = siteWords(event.lang);
  const labels = labelsFor(event.lang, event.labels);
  const talkDecks = decks.filter(({ kind }) => kind === 'speaker');
  const entries = programmeEntries(meetup, decks).map(
    ({ kind, number, title, deck, speakers, questions, time, note }) => {
      const known = decks.find(({ slug }) => slug === deck);
      return {
        kind,
        number: kind === 'deck' ? String(number).padStart(2, '0') : '',
        title,
        time,
        note,
        questions: questions === 0 ? null : questions === 1 ? 'Q1' : `Q1\u2013Q${questions}`,
        people: speakers.map(({ name }) => name).join(', '),
        accent: accentOf(speakers[0]?.accent ?? null),
        href: known ? addressFrom(page, pageOf(known)) : null,
      };
    },
  );
  const parts = decks
    .filter(({ kind }) => kind === 'opening' || kind === 'closing')
    .filter(({ kind }) => sectionsOf(meetup, kind) > 0)
    .map((deck) => ({
      title: titleOf(deck, meetup),
      href: addressFrom(page, pageOf(deck)),
    }));
  return {
    path: page,
    template: 'evening',
    title: event.title,
    description: event.subtitle ?? talks.map(({ title }) => title).join(' \u00b7 '),
    lang: event.lang,
    accent: null,
    deck: null,
    view: {
      ...frame(content, labels, event.lang, page),
      title: event.title,
      subtitle: event.subtitle,
      date: event.date && formatDays(event.date, event.lang),
      day: event.date?.first ?? null,
      venue: event.venue,
      host: event.host,
      organizer: event.organizer,
      logo: event.look.logo === null ? null : mediaAddress(page, event.look.logo.path),
      entries,
      hasTimes: entries.some(({ time }) => time !== null),
      talks: talkDecks.map((deck, index) => ({
        number: String(index + 1).padStart(2, '0'),
        title: deck.title,
        lang: deck.lang,
        takeaway: talks.find(({ slug }) => slug === deck.slug)?.takeaway.text ?? '',
        accent: accentOf(deck.accent),
        href: addressFrom(page, pageOf(deck)),
        slidesHref: content.slides && slideFrom(page, deck.slug, 1),
        people: deck.speakers.map(({ name }) => personView(people(name), page, words)),
      })),
      topics: topicsOf(meetup, page),
      qaHref: meetup.exchanges.length > 0 ? addressFrom(page, PLACES.qa) : null,
      parts,
      files: [...slidesOf(content, decks[0], page, words), ...filesOf(content, content.front, page, words)],
      recording: recording?.url ?? event.recording,
      links: linksOf([
        ...codedLinks(event.links, labels),
        ...event.people.flatMap((person) => codedLinks(person.links, labels, person.name)),
      ]),
    },
    findable: [
      {
        anchor: null,
        title: event.title,
        text: [event.subtitle, event.venue, event.host, event.organizer].filter(Boolean).join(' '),
      },
    ],
  };
}

export function transcriptPage(content: SiteContent, lines: readonly string[]): SitePage {
  const { event } = content.meetup;
  const labels = labelsFor(event.lang, event.labels);
  const title = siteWords(event.lang).transcript;
  return {
    path: PLACES.transcript,
    template: 'transcript',
    title,
    description: `${event.title} \u00b7 ${title}`,
    lang: event.lang,
    accent: null,
    deck: null,
    view: {
      ...frame(content, labels, event.lang, PLACES.transcript),
      title,
      lines: lines.map((text, index) => ({ number: index + 1, text })),
    },
    findable: [],
  };
}

export function lostPage(content: SiteContent): SitePage {
  const { event } = content.meetup;
  const words = siteWords(event.lang);
  return {
    path: PLACES.lost,
    template: 'lost',
    title: words.notHere,
    description: words.notHereFor,
    lang: event.lang,
    accent: null,
    deck: null,
    view: {
      ...frame(content, labelsFor(event.lang, event.labels), event.lang, PLACES.lost),
      title: words.notHere,
    },
    findable: [],
  };
}
