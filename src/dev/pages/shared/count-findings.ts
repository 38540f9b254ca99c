import type { FindingCard } from '../../state/dev-state.ts';
import type { Words } from './words.ts';

/**
 * How many findings there are of each severity, in words; none of a severity is left out.
 * @param others errors that are no findings
 */
export function countFindings(findings: readonly FindingCard[], words: Words, others = 0): readonly string[] {
  const count = (severity: FindingCard['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings] = [count('error') + others, count('warning')];
  const [notes, advice] = [count('note'), count('advice')];
  return [
    ...(errors > 0 ? [words.errors(errors)] : []),
    ...(warnings > 0 ? [words.warnings(warnings)] : []),
    ...(notes > 0 ? [words.notes(notes)] : []),
    ...(advice > 0 ? [words.advice(advice)] : []),
  ];
}
