import { finding } from '../../findings/finding.ts';
import { closest } from '../closest.ts';
import type { Rule } from './rule.ts';

/** Who is asked or answers is a speaker, or the host, by the exact name. */
export const knownPeople: Rule = ({ meetup: { exchanges }, people: known }) => {
  if (!known) return [];
  const names = new Set(known);
  return exchanges.flatMap(({ source, askedTo, answers }) =>
    [...askedTo, ...answers.map((answer) => answer.respondent)]
      .filter(({ name }) => name !== '' && !names.has(name))
      .map(({ name, at }) =>
        finding(source.path, at, 'unknown-person', { name, suggestion: suggest(name, known), known }),
      ),
  );
};

/** The nearest name, or one that stands in what was written: `黄东旭(PingCAP)`. */
function suggest(name: string, known: readonly string[]): string | null {
  const within = known.filter((each) => name.includes(each));
  return closest(name, known) ?? (within.length === 1 ? (within[0] ?? null) : null);
}
