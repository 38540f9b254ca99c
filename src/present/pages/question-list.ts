import type { Manifest } from '../manifest.ts';
import { made } from './dom.ts';
import type { RemoteWords } from './words.ts';

/** The questions by topic; a tap puts one on the screen. */
export function questionList(
  { questions }: Manifest,
  { noQuestions }: RemoteWords,
  choose: (slide: number) => void,
): {
  readonly node: HTMLElement;
  /** Marks the current question. */
  mark(slide: number): void;
} {
  const node = made('div', 'questions');
  if (questions.length === 0) node.append(made('p', '', noQuestions));
  const buttons = new Map<number, HTMLElement>();
  let topic: string | null = null;
  for (const question of questions) {
    if (question.topic !== topic && question.topic !== '') node.append(made('h2', '', question.topic));
    topic = question.topic;
    const button = made('button', 'question', question.text, made('small', '', question.askedBy));
    button.addEventListener('click', () => choose(question.slide));
    buttons.set(question.slide, button);
    node.append(button);
  }
  return {
    node,
    mark(slide) {
      // A question's answers follow it, up to the next one.
      const shown = Math.max(...[...buttons.keys()].filter((first) => first <= slide));
      for (const [first, button] of buttons) button.setAttribute('aria-current', String(first === shown));
    },
  };
}
