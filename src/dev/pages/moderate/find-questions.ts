import type { QuestionCard } from '../../state/dev-state.ts';

export interface Topic {
  readonly topic: string;
  readonly questions: readonly QuestionCard[];
}

/** Questions by topic, in the order in which the topics come up. */
export function topicsOf(questions: readonly QuestionCard[]): readonly Topic[] {
  const topics = new Map<string, QuestionCard[]>();
  for (const question of questions) {
    const known = topics.get(question.topic);
    if (known) known.push(question);
    else topics.set(question.topic, [question]);
  }
  return [...topics].map(([topic, all]) => ({ topic, questions: all }));
}
