import { error } from '../../diagnostics/diagnostic.ts';
import { closest } from '../closest.ts';
import type { Rule } from './rule.ts';

/** Who is asked or answers is a speaker, or the host, by the exact name. */
export const knownPeople: Rule = ({ meetup: { exchanges }, people: known }) => {
  if (!known) return [];
  return exchanges.flatMap(({ source, askedTo, answers }) =>
    [...askedTo, ...answers.map((answer) => answer.respondent)]
      .filter(({ name }) => name !== '' && !known.includes(name))
      .map(({ name, at }) =>
        error(source.path, at, 'unknown-person', { name, suggestion: closest(name, known), known }),
      ),
  );
};
