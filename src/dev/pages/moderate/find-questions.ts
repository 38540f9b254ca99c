import type { QuestionCard } from '../../state/dev-state.ts';
import { searchTexts } from '../shared/search.ts';

interface TopicQuestions {
  readonly topic: string;
  readonly questions: readonly QuestionCard[];
}

/** Questions by topic, in the order in which topics first occur. */
export function topicsOf(questions: readonly QuestionCard[]): readonly TopicQuestions[] {
  const topics = new Map<string, QuestionCard[]>();
  for (const question of questions) {
    const known = topics.get(question.topic);
    if (known) known.push(question);
    else topics.set(question.topic, [question]);
  }
  return [...topics].map(([topic, all]) => ({ topic, questions: all }));
}

interface FoundQuestions {
  /** In their original order. */
  readonly questions: readonly QuestionCard[];
  /** The question with the typed number, if any; else the first. */
  readonly best: QuestionCard | null;
}

/** Searches questions by words, topic or person, or by number (`3`, `#3`, `Q3`). */
export function findQuestions(questions: readonly QuestionCard[], query: string): FoundQuestions {
  const number = /^\s*[#q]?\s*(\d+)\s*$/i.exec(query.normalize('NFKC'))?.[1] ?? null;
  const texts = questions.map(({ text, topic, askedBy, askedTo, answeredBy }) =>
    [text, topic, askedBy, ...askedTo, ...answeredBy].join('\n'),
  );
  const isFound = searchTexts(texts, query);
  const found = questions.filter(
    (question, index) => isFound[index] || (number !== null && String(question.number).startsWith(number)),
  );
  const meant = found.find((question) => String(question.number) === number);
  return { questions: found, best: meant ?? found[0] ?? null };
}

/** The question whose slides are on screen: from its own to the next question's. Null before the first. */
export function questionOnScreen(questions: readonly QuestionCard[], slide: number): QuestionCard | null {
  return (
    questions
      .filter((question) => question.slide <= slide)
      .toSorted((a, b) => b.slide - a.slide)
      .at(0) ?? null
  );
}
