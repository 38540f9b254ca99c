import { finding } from '../../findings/finding.ts';
import type { SummaryAdvice } from './advice.ts';
import { fieldSpot } from './field-spot.ts';

/** A question has an answer, by somebody else than who asked. An answer without a text is an error of its own. */
export const unansweredQuestion: SummaryAdvice = (exchange) => {
  if (!('answers' in exchange)) return [];
  const { source, askedBy, askedTo, answers } = exchange;
  const asked = askedTo.map(({ name }) => name);
  const mayAnswer = (name: string) => name !== askedBy || asked.includes(name);
  if (answers.some(({ respondent }) => mayAnswer(respondent.name))) return [];
  return [finding(source.path, fieldSpot(exchange, 'question'), 'unanswered-question', { asked })];
};
