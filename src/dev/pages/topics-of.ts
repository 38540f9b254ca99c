import type { QuestionCard } from '../dev-state.ts';

export interface Topic {
  readonly topic: string;
  readonly questions: readonly QuestionCard[];
}

/** Questions by topic, in the order in which the topics come up. */
export function topicsOf(questions: readonly QuestionCard[]): readonly Topic[] {
  const topics = [...new Set(questions.map(({ topic }) => topic))];
  return topics.map((topic) => ({
    topic,
    questions: questions.filter((question) => question.topic === topic),
  }));
}
