import type { CheckReport, FixReport } from '../index.ts';
import { words } from './words/words.ts';

/** Summary of what `--fix` did. */
export function describeFix({ changes, written }: FixReport): string {
  if (changes.length === 0) return words().nothingToFix;
  if (!written) return words().noFileChanged;
  return words().changed(changes.map(({ path }) => path));
}

/**
 * Summary of what was checked.
 * @param isTold whether a summary was printed already; then nothing is added if there are errors
 * @returns one line or none
 */
export function describeCheck(
  { decks, claims, visual, findings }: CheckReport,
  isTold: boolean,
): readonly string[] {
  if (decks.length === 0) return isTold ? [] : [words().nothingWritten];
  const advice = findings.filter(({ severity }) => severity === 'advice');
  const facts = {
    decks: decks.length,
    slides: visual?.slides ?? decks.reduce((sum, deck) => sum + deck.slides.length, 0),
    claims,
    advice: advice.length,
    mechanical: advice.filter(({ edits }) => edits !== undefined).length,
    browser: visual,
  };
  return [words().checked(facts)];
}
