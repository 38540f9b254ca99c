import type { Exchange } from '../content/summary/meetup.ts';
import type { QuestionLink } from './deck.ts';

/** @param index place of the exchange in the meetup, from 0 */
export function questionLink({ question, askedBy }: Exchange, index: number): QuestionLink {
  return { question: question.text, number: index + 1, askedBy };
}
