import type { Scrim } from '../../content/summary/meetup.ts';
import type { SlideOf } from '../../deck/kinds/slides.ts';
import type { CoverSlide } from '../../deck/kinds/statement-slides.ts';
import { Inert } from '../inert.ts';
import { questionAlias } from '../linked-views.ts';
import { assetFile } from '../look-css.ts';
import type {
  CodedLinkView,
  DeckLinkView,
  ImageView,
  LogoView,
  PersonView,
  SectionViewBase,
  SlideViewBase,
  SponsorView,
} from '../view.ts';
import { codedLinkView } from './link-views.ts';
import type { ViewKind } from './view-kind.ts';

interface CoverView extends SlideViewBase {
  readonly kind: 'cover';
  readonly subtitle: Inert | null;
  /** Null if it is the title. */
  readonly event: Inert | null;
  readonly date: Inert | null;
  readonly venue: Inert | null;
  readonly host: Inert | null;
  readonly organizer: Inert | null;
  readonly people: readonly PersonView[];
  /** Picture that fills its background; null for none. */
  readonly ground: (ImageView & { readonly tone: Scrim['tone']; readonly scrim: number }) | null;
  /** The speaker's and the meetup's. */
  readonly logos: readonly LogoView[];
  readonly sponsors: readonly SponsorView[];
  /** Whether a panel with the only speaker's portrait is beside the text. */
  readonly isPanel: boolean;
  /** The only fact about the speaker, if no other slide says it. */
  readonly fact: Inert | null;
}

export const cover: ViewKind<CoverSlide, CoverView> = {
  view: (slide, make) => ({
    kind: 'cover',
    subtitle: make.optionalWords(slide.subtitle),
    event: make.optionalWords(slide.event),
    date: make.optionalWords(slide.date),
    venue: make.optionalWords(slide.venue ?? null),
    host: make.optionalWords(slide.host),
    organizer: make.optionalWords(slide.organizer),
    people: slide.people.map(make.person),
    ground: slide.picture && {
      src: Inert.markdown(`./${assetFile(slide.picture.path)}`),
      alt: make.words(''),
      tone: slide.picture.scrim.tone,
      scrim: slide.picture.scrim.strength,
    },
    logos: make.logos(slide),
    sponsors: make.sponsors(slide),
    isPanel: slide.isPanel === true,
    fact: make.optionalWords(slide.fact ?? null),
  }),
};

interface TakeawayView extends SlideViewBase {
  readonly kind: 'takeaway';
  readonly text: Inert;
  readonly people: readonly PersonView[];
}

export const takeaway: ViewKind<SlideOf<'takeaway'>, TakeawayView> = {
  view: ({ text, people }, make) => ({
    kind: 'takeaway',
    text: make.text(text),
    people: people.map(make.person),
  }),
};

interface DividerView extends SectionViewBase {
  readonly kind: 'divider';
  readonly line: Inert | null;
}

export const divider: ViewKind<SlideOf<'divider'>, DividerView> = {
  view: ({ line }, make) => ({ kind: 'divider', line: make.optionalText(line) }),
};

interface QuestionSlideView extends SlideViewBase {
  readonly kind: 'question';
  readonly number: number;
  readonly alias: string;
  readonly topic: Inert;
  readonly askedBy: PersonView;
  readonly askedTo: readonly PersonView[];
}

export const question: ViewKind<SlideOf<'question'>, QuestionSlideView> = {
  view: ({ number, topic, askedBy, askedTo }, make) => ({
    kind: 'question',
    number,
    alias: questionAlias(number),
    topic: make.words(topic),
    askedBy: make.person(askedBy),
    askedTo: askedTo.map(make.person),
  }),
};

interface AnswerView {
  readonly person: PersonView;
  readonly body: Inert;
}

interface AnswerSlideView extends SlideViewBase {
  readonly kind: 'answer';
  readonly number: number;
  readonly person: PersonView;
  readonly body: Inert;
}

export const answer: ViewKind<SlideOf<'answer'>, AnswerSlideView> = {
  view: ({ number, person, blocks }, make) => ({
    kind: 'answer',
    number,
    person: make.person(person),
    body: make.blocks(blocks),
  }),
};

interface AnswersView extends SlideViewBase {
  readonly kind: 'answers';
  readonly number: number;
  /** Two or three, side by side. */
  readonly answers: readonly AnswerView[];
}

export const answers: ViewKind<SlideOf<'answers'>, AnswersView> = {
  view: ({ number, answers: turns }, make) => ({
    kind: 'answers',
    number,
    answers: turns.map(({ person, blocks }) => ({ person: make.person(person), body: make.blocks(blocks) })),
  }),
};

interface ClosingView extends SlideViewBase {
  readonly kind: 'closing';
  readonly text: Inert | null;
  /** Target of `text`. */
  readonly link: DeckLinkView | null;
  readonly event: Inert;
  readonly organizer: Inert | null;
  readonly people: readonly PersonView[];
  /** At most two. */
  readonly links: readonly CodedLinkView[];
  readonly logos: readonly LogoView[];
}

export const closing: ViewKind<SlideOf<'closing'>, ClosingView> = {
  view: (slide, make) => ({
    kind: 'closing',
    text: make.optionalWords(slide.text),
    link: slide.leadsOn ? make.toQa : null,
    event: make.words(slide.event),
    organizer: make.optionalWords(slide.organizer),
    people: slide.people.map(make.person),
    links: slide.links.map((link) => codedLinkView(link, make)),
    logos: make.logos(null),
  }),
};
