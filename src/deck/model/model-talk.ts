import { formatCitation } from '../../content/parse/citation.ts';
import { sameTongue } from '../../content/summary/languages.ts';
import type { CitedText, Event, Talk } from '../../content/summary/meetup.ts';
import type { Deck } from '../deck.ts';
import type { CoverSlide, Slide } from '../kinds/slides.ts';
import { type Labels, labelsFor } from '../labels.ts';
import { logosWidth } from '../logos.ts';
import { type Person, type QuestionLink, text } from '../slide.ts';
import { modelSections } from './model-section.ts';
import { codedLinks, coverGround, endSlides, eveningFacts, eveningLinks, wholeDeck } from './parts.ts';

export interface TalkToModel {
  readonly event: Event;
  readonly talk: Talk;
  /** Speakers of the talk. */
  readonly speakers: readonly Person[];
  /** The questions that they answered, in order. */
  readonly questions: readonly QuestionLink[];
  /** Names in the meetup; see `meetupNames`. */
  readonly names: readonly string[];
}

/** Minimum number of sections for an agenda; with fewer, the headings say enough. */
const AGENDA = 6;

/** A talk's deck: cover, speaker, agenda, sections, takeaway, the questions answered. */
export function modelTalk({ event, talk, speakers, questions, names }: TalkToModel): Deck {
  const lang = talk.lang?.tag ?? event.lang;
  const ofEvent = sameTongue(lang, event.lang) ? event.labels : {};
  const labels = labelsFor(lang, { ...ofEvent, ...talk.labels });
  const file = talk.source.path;
  const base = wholeDeck(file);
  const sections = modelSections(file, talk.sections, event.look.theme);
  const openings = talk.sections.filter(({ isOpening }) => isOpening).length;
  // Pauses between sections, which the footer does not count, are not in the agenda.
  const counted = sections.filter(({ place }, index) => place !== null && !talk.sections[index]?.isContinued);

  const several = talk.speakers.length > 1;
  const links = [
    ...codedLinks(talk.links, labels),
    ...talk.speakers.flatMap((speaker) => codedLinks(speaker.links, labels, several ? speaker.name : null)),
    ...eveningLinks(event, labels),
  ];

  // A lightning talk: its cover names the speakers, and the takeaway is the end.
  const isShort = sections.length === 0;
  const isPanel = event.look.theme !== 'bold' && speakers.length === 1 && talk.cover === null;
  const slides: readonly Slide[] = [
    ...(isShort && talk.facts.length === 0 ? [] : [whoSpeaks(talk, speakers, labels)]),
    ...sections.slice(0, openings),
    ...(counted.length >= AGENDA
      ? [
          {
            ...base,
            kind: 'agenda',
            title: text(labels.agenda),
            items: counted.map(({ title, origin }) => ({ title, origin })),
            start: 1,
          } as const,
        ]
      : []),
    ...sections.slice(openings),
    {
      ...base,
      kind: 'takeaway',
      title: text(labels.takeaway),
      text: text(talk.takeaway.text),
      people: speakers,
      sources: citations([talk.takeaway]),
      origin: { file, line: talk.takeaway.at.line },
    },
    ...(questions.length > 0
      ? [{ ...base, kind: 'answered', title: text(labels.answered), questions } as const]
      : []),
    ...(isShort && questions.length === 0 && links.length === 0
      ? []
      : endSlides(
          {
            ...base,
            kind: 'closing',
            title: text(labels.thanks),
            text: event.closing ?? (questions.length > 0 ? labels.goOn : null),
            leadsOn: event.closing === null && questions.length > 0,
            event: event.title,
            organizer: event.organizer,
            people: speakers,
          },
          links,
          labels,
        )),
  ];
  return {
    kind: 'speaker',
    slug: talk.slug,
    title: talk.title,
    lang,
    names,
    labels,
    author: speakers.map(({ name }) => name).join(', '),
    speakers,
    accent: speakers[0]?.accent ?? 0,
    look: event.look,
    reveal: talk.reveal ?? event.reveal,
    cover: {
      ...base,
      kind: 'cover',
      notes: talk.notes,
      title: text(talk.title),
      subtitle: null,
      event: event.title,
      ...eveningFacts({ ...event, lang }),
      picture: talk.cover && coverGround(talk.cover),
      ...(talk.logo ? { ownLogo: talk.logo.logo } : {}),
      logosRoom: logosWidth(talk.logo?.logo ?? null, event.look.logo),
      people: speakers,
      ...(isPanel ? { isPanel: true as const } : {}),
      ...coverFacts(talk, speakers, isPanel),
    },
    slides,
  };
}

/** Up to this many people are introduced on the cover, not just named. */
const A_FEW = 3;

/** What the cover says about the speakers if it can say everything: their only fact, if any. */
function coverFacts({ facts }: Talk, people: readonly Person[], isPanel: boolean): Partial<CoverSlide> {
  // Only a panel shows a portrait large enough.
  const isSeen = isPanel || people.every(({ portrait }) => portrait === null);
  if (!isSeen || facts.length > 1 || people.length > A_FEW) return {};
  return { saysWho: true, fact: facts[0]?.text ?? null, sources: citations(facts) };
}

/** The speaker with a large portrait, or several in rows. */
function whoSpeaks(talk: Talk, people: readonly Person[], labels: Labels): Slide {
  const file = talk.source.path;
  const base = {
    ...wholeDeck(file),
    facts: talk.facts.map((fact) => text(fact.text)),
    sources: citations(talk.facts),
    origin: { file, line: talk.speakers[0]?.at.line ?? 1 },
  };
  const [person, ...others] = people;
  return person && others.length === 0
    ? { ...base, kind: 'speaker', title: text(labels.speaker), person }
    : { ...base, kind: 'speakers', title: text(labels.speakers), people };
}

function citations(texts: readonly CitedText[]): readonly string[] {
  return [...new Set(texts.flatMap(({ citations: found }) => found.map(formatCitation)))];
}
