import type { DevState, QuestionCard } from '../../state/dev-state.ts';
import { element, type KeyedRow, keyedList, setText } from '../shared/elements.ts';
import type { Words } from '../shared/words.ts';
import { topicsOf } from './find-questions.ts';
import { type QuestionActions, type QuestionItem, questionRow } from './question-row.ts';

/** What the moderator's view shows. */
interface ModeratorModel {
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
  const people = decks.flatMap((deck) => deck.people);
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
          look: event?.look ?? 'quiet',
          isSelected: question.id === selected,
          isOnScreen: question.id === onScreen?.id,
          isAnswered: isAnswered(question.id),
        })),
    }))
    .filter((item) => item.questions.length > 0);
}

/** A topic with those of its questions that were found. */
export interface TopicItem {
  readonly topic: string;
  readonly lang: string;
  /** Of all of its questions, how many are open. */
  readonly open: number;
  readonly total: number;
  readonly questions: readonly QuestionItem[];
}

export function topicRow(words: Words, actions: QuestionActions): KeyedRow<TopicItem> {
  const title = element('span');
  const open = element('span', { class: 'open' });
  const list = element('ol');
  const node = element('section', {}, element('h2', {}, title, open), list);
  const rows = keyedList<QuestionItem>(
    list,
    ({ question }) => question.id,
    (item) => questionRow(item, words, actions),
  );
  return {
    node,
    update(item) {
      title.lang = item.lang;
      list.lang = item.lang;
      setText(title, item.topic);
      setText(open, words.open(item.open, item.total));
      rows(item.questions);
    },
  };
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
