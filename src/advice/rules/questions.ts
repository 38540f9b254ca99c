import { finding } from '../../findings/finding.ts';
import { fieldSpot, type SummaryAdvice } from './advice-rule.ts';

/**
 * Only those asked should answer. The host, who leads through the talk, and the asker, who may follow up, may speak
 * too.
 */
export const answerByUnasked: SummaryAdvice = (exchange, { event }) => {
  if (!('answers' in exchange)) return [];
  const { source, askedBy, askedTo, answers } = exchange;
  const asked = askedTo.map(({ name }) => name);
  if (asked.length === 0) return [];
  const expected = new Set([...asked, askedBy.name, event.host, '']);
  return answers.flatMap(({ respondent: { name, at } }) => {
    if (expected.has(name)) return [];
    // Once per person.
    expected.add(name);
    return [finding(source.path, at, 'answer-by-unasked', { name, asked })];
  });
};

/** A question needs an answer by someone other than the asker. An answer without text is a separate error. */
export const unansweredQuestion: SummaryAdvice = (exchange) => {
  if (!('answers' in exchange)) return [];
  const { source, askedBy, askedTo, answers } = exchange;
  const asked = askedTo.map(({ name }) => name);
  const mayAnswer = (name: string) => name !== askedBy.name || asked.includes(name);
  if (answers.some(({ respondent }) => mayAnswer(respondent.name))) return [];
  return [finding(source.path, fieldSpot(exchange, 'question'), 'unanswered-question', { asked })];
};
