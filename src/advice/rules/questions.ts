import { finding } from '../../findings/finding.ts';
import { fieldSpot, type SummaryAdvice } from './advice-rule.ts';

/** Who answers was asked. The host leads through the talk, and who asked may go on asking: both may speak. */
export const answerByUnasked: SummaryAdvice = (exchange, { event }) => {
  if (!('answers' in exchange)) return [];
  const { source, askedBy, askedTo, answers } = exchange;
  const asked = askedTo.map(({ name }) => name);
  if (asked.length === 0) return [];
  const expected = new Set([...asked, askedBy.name, event.host, '']);
  return answers.flatMap(({ respondent: { name, at } }) => {
    if (expected.has(name)) return [];
    // Once for each person.
    expected.add(name);
    return [finding(source.path, at, 'answer-by-unasked', { name, asked })];
  });
};

/** A question has an answer, by somebody else than who asked. An answer without a text is an error of its own. */
export const unansweredQuestion: SummaryAdvice = (exchange) => {
  if (!('answers' in exchange)) return [];
  const { source, askedBy, askedTo, answers } = exchange;
  const asked = askedTo.map(({ name }) => name);
  const mayAnswer = (name: string) => name !== askedBy.name || asked.includes(name);
  if (answers.some(({ respondent }) => mayAnswer(respondent.name))) return [];
  return [finding(source.path, fieldSpot(exchange, 'question'), 'unanswered-question', { asked })];
};
