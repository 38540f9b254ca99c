import type { DevState, QuestionCard } from '../../state/dev-state.ts';
import type { TopicItem } from '../topic-row.ts';
import { topicsOf } from './find-questions.ts';

/** What the moderator's view shows. */
export interface ModeratorModel {
  readonly state: DevState;
  /** The questions that the search finds. */
  readonly found: readonly QuestionCard[];
  readonly selected: string | null;
  readonly onScreen: QuestionCard | null;
  isAnswered(id: string): boolean;
}

/** Topics with what was found of them; a topic of which nothing was found is left out. */
export function topicItems({
  state: { event, decks, questions },
  found,
  selected,
  onScreen,
  isAnswered,
}: ModeratorModel): readonly TopicItem[] {
  const people = decks.flatMap((deck) => (deck.speaker ? [deck.speaker] : deck.people));
  const accents = new Map(people.map(({ name, accent }) => [name, accent]));
  const ids = new Set(found.map(({ id }) => id));
  return topicsOf(questions)
    .map(({ topic, questions: all }) => ({
      topic,
      lang: event?.lang ?? 'en',
      open: all.filter(({ id }) => !isAnswered(id)).length,
      total: all.length,
      questions: all
        .filter(({ id }) => ids.has(id))
        .map((question) => ({
          question,
          accents: accentsOf(question, accents),
          isSelected: question.id === selected,
          isOnScreen: question.id === onScreen?.id,
          isAnswered: isAnswered(question.id),
        })),
    }))
    .filter((item) => item.questions.length > 0);
}

/** The colours of those whom a question names. */
function accentsOf(
  { askedBy, askedTo, answeredBy }: QuestionCard,
  accents: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [askedBy, ...askedTo, ...answeredBy].flatMap((name) => {
      const accent = accents.get(name);
      return accent === undefined ? [] : [[name, accent]];
    }),
  );
}
