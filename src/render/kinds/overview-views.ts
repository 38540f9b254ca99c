import type { SlideOf } from '../../deck/kinds/slides.ts';
import type { Inert } from '../inert.ts';
import type { PersonView, ProgrammeEntryView, QuestionView, SlideViewBase } from '../view.ts';
import type { ViewKind } from './view-kind.ts';

interface SpeakerView extends SlideViewBase {
  readonly kind: 'speaker';
  readonly person: PersonView;
  readonly facts: readonly Inert[];
}

export const speaker: ViewKind<SlideOf<'speaker'>, SpeakerView> = {
  view: ({ person, facts }, make) => ({
    kind: 'speaker',
    person: make.person(person),
    facts: facts.map(make.text),
  }),
};

interface SpeakersView extends SlideViewBase {
  readonly kind: 'speakers';
  readonly people: readonly PersonView[];
  readonly facts: readonly Inert[];
}

export const speakers: ViewKind<SlideOf<'speakers'>, SpeakersView> = {
  view: ({ people, facts }, make) => ({
    kind: 'speakers',
    people: people.map(make.person),
    facts: facts.map(make.text),
  }),
};

interface AgendaView extends SlideViewBase {
  readonly kind: 'agenda';
  /** `page` is the number of the section's first slide, a link target: `./{{page}}`. */
  readonly items: readonly { readonly text: Inert; readonly page: number }[];
  readonly start: number;
}

export const agenda: ViewKind<SlideOf<'agenda'>, AgendaView> = {
  view: ({ start, items }, make) => ({
    kind: 'agenda',
    start,
    items: items.map(({ title, origin }) => ({ text: make.text(title), page: make.slideNumber(origin) })),
  }),
};

interface AnsweredView extends SlideViewBase {
  readonly kind: 'answered';
  readonly questions: readonly QuestionView[];
}

export const answered: ViewKind<SlideOf<'answered'>, AnsweredView> = {
  view: ({ questions }, make) => ({ kind: 'answered', questions: questions.map(make.question) }),
};

interface IndexView extends SlideViewBase {
  readonly kind: 'index';
  readonly questions: readonly (QuestionView & { readonly topic: Inert | null })[];
}

export const index: ViewKind<SlideOf<'index'>, IndexView> = {
  view: ({ questions, density }, make) => ({
    kind: 'index',
    // In the smallest type there is no room for topics.
    questions: questions.map(({ topic, ...question }) => ({
      ...make.question(question),
      topic: density === 2 ? null : make.words(topic),
    })),
  }),
};

interface ProgrammeView extends SlideViewBase {
  readonly kind: 'programme';
  readonly entries: readonly ProgrammeEntryView[];
}

export const programme: ViewKind<SlideOf<'programme'>, ProgrammeView> = {
  view: ({ entries }, make) => ({ kind: 'programme', entries: entries.map(make.entry) }),
};
