import type { QuestionCard } from '../state/dev-state.ts';

/** The question whose slides are on screen: from its own to the next question's. Null in front of the first. */
export function questionOnScreen(questions: readonly QuestionCard[], slide: number): QuestionCard | null {
  return (
    questions
      .filter((question) => question.slide <= slide)
      .toSorted((a, b) => b.slide - a.slide)
      .at(0) ?? null
  );
}
