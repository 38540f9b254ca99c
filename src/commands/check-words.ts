import type { CheckReport, FixReport } from '../index.ts';
import { words } from './words/words.ts';

/** What became of what `--fix` could mend. */
export function describeFix({ changes, written }: FixReport): string {
  if (changes.length === 0) return words().nothingToFix;
  if (!written) return words().noFileChanged;
  return words().changed(changes.map(({ path }) => path));
}

/**
 * What was looked at.
 * @param isTold whether something is said already: then nothing more where there are errors
 * @returns a line, or none
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
