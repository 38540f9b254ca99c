import type { CheckReport, Finding, FixReport } from '../index.ts';

/** Summary of what `--fix` did. */
export function describeFix({ changes, written }: FixReport): string {
  if (changes.length === 0) return 'Nothing to fix.';
  if (!written) return 'No file was changed.';
  const files = changes.length === 1 ? '1 file' : `${changes.length} files`;
  return `Changed ${files}: ${changes.map(({ path }) => path).join(', ')}.`;
}

/**
 * Summary of what was checked.
 * @param isTold whether a summary was printed already; then nothing is added if there are errors
 * @returns one line or none
 */
export function describeCheck({ decks, visual, findings }: CheckReport, isTold: boolean): readonly string[] {
  if (decks.length === 0) return isTold ? [] : ['Nothing was written.'];
  if (visual) {
    const { slides, checks } = visual;
    const counted = `${checks.toLocaleString('en')} checks in the browser, ${outcome(visual)}`;
    return [`Checked: ${decks.length} decks, ${slides} slides; ${counted}.`];
  }
  const slides = decks.reduce((sum, deck) => sum + deck.slides.length, 0);
  return [`Checked: ${decks.length} decks, ${slides} slides${countAdvice(findings)}.`];
}

function outcome({ errors, warnings }: NonNullable<CheckReport['visual']>): string {
  const parts = [errors > 0 && `${errors} failed`, warnings > 0 && `${warnings} warned`].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : 'none failed';
}

function countAdvice(findings: readonly Finding[]): string {
  const advice = findings.filter(({ severity }) => severity === 'advice');
  if (advice.length === 0) return '';
  const mechanical = advice.filter(({ edits }) => edits !== undefined).length;
  const fixable = mechanical === 0 ? '' : `, ${mechanical} of which --fix mends`;
  return `; ${advice.length} ${advice.length === 1 ? 'piece' : 'pieces'} of advice${fixable}`;
}
