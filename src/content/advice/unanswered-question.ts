import { advice } from '../../diagnostics/diagnostic.ts';
import type { Advice } from './advice.ts';
import { fieldSpot } from './field-spot.ts';

/** A question has an answer, by somebody else than who asked. An answer without a text is an error of its own. */
export const unansweredQuestion: Advice = ({ meetup: { exchanges } }) =>
  exchanges
    .filter(({ askedBy, askedTo, answers }) => {
      const mayAnswer = ({ name }: { readonly name: string }) =>
        name !== askedBy || askedTo.some((person) => person.name === name);
      return !answers.some(({ respondent }) => mayAnswer(respondent));
    })
    .map((exchange) =>
      advice(exchange.source.path, fieldSpot(exchange, 'question'), 'unanswered-question', {
        asked: exchange.askedTo.map(({ name }) => name),
      }),
    );
