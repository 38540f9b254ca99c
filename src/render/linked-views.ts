import type { ProgrammeEntry } from '../deck/kinds/overview-slides.ts';
import type { DeckTarget, DeckTargets } from '../deck/outline.ts';
import type { Person, QuestionLink } from '../deck/slide.ts';
import { Inert } from './inert.ts';
import type { InlineContext } from './inline-markdown.ts';
import { accentColor, assetFile } from './look-css.ts';
import type { DeckLinkView, PersonView, ProgrammeEntryView, QuestionView } from './view.ts';

/** Views of things that have slides in other decks. */
export interface LinkedViews {
  link(target: DeckTarget | null): DeckLinkView | null;
  person(person: Person): PersonView;
  question(question: QuestionLink): QuestionView;
  entry(entry: ProgrammeEntry): ProgrammeEntryView;
}

/** @param slug of the deck that shows them, which does not link to itself */
export function linkedViews(slug: string, targets: DeckTargets, context: InlineContext): LinkedViews {
  const words = (text: string) => Inert.words(text, context);
  const optionalWords = (text: string | null) => (text === null ? null : words(text));
  const link = (target: DeckTarget | null) =>
    !target || target.deck === slug ? null : { deck: words(target.deck), slide: target.slide };
  const toTalk = (talks: readonly DeckTarget[]) =>
    talks.some(({ deck }) => deck === slug) ? null : link(talks[0] ?? null);
  const person = ({ name, role, org, accent, portrait }: Person): PersonView => ({
    name: words(name),
    role: optionalWords(role),
    org: optionalWords(org),
    accent: accentColor(accent, 'var(--ink-soft)'),
    portrait: portrait === null ? null : { src: Inert.markdown(`./${assetFile(portrait)}`), alt: words('') },
    monogram: words(monogram(name)),
    link: toTalk(targets.talks.get(name) ?? []),
  });
  return {
    link,
    person,
    question: ({ question, number, askedBy }) => ({
      question: words(question),
      number,
      askedBy: words(askedBy),
      alias: questionAlias(number),
      link: link(targets.questions.get(number) ?? null),
    }),
    entry: ({ kind, number, title, deck, speakers, questions, time, note }) => ({
      kind,
      time,
      note: optionalWords(note),
      number: String(number).padStart(2, '0'),
      title: words(title),
      accent: accentColor(speakers[0]?.accent ?? null, 'var(--ink)'),
      people: speakers.map(person),
      questions: questions === 0 ? null : questions === 1 ? 'Q1' : `Q1\u2013Q${questions}`,
      link: kind === 'deck' ? link({ deck, slide: 1 }) : null,
    }),
  };
}

/** Slidev `routeAlias` of a question's slide. @param number 1-based number of the exchange */
export function questionAlias(number: number): string {
  return `qa-${number}`;
}

/** One or two characters for a person: the last one of a Chinese name, else the initials. */
export function monogram(name: string): string {
  const words = name
    .trim()
    .split(/[\s·.-]+/)
    .filter((word) => word !== '');
  const [first = '', ...rest] = words;
  if (/^\p{Script=Han}/u.test(first)) return [...first].at(-1) ?? '';
  return [first, rest.at(-1) ?? '']
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();
}
