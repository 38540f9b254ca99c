import type { CheckReport, Finding, FixReport } from '../index.ts';

/** What became of what `--fix` could mend. */
export function describeFix({ changes, written }: FixReport): string {
  if (changes.length === 0) return 'Nothing to fix.';
  if (!written) return 'No file was changed.';
  const files = changes.length === 1 ? '1 file' : `${changes.length} files`;
  return `Changed ${files}: ${changes.map(({ path }) => path).join(', ')}.`;
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
  if (decks.length === 0) return isTold ? [] : ['Nothing was written.'];
  const compared = claims === 0 ? '' : `; ${claims} statements compared with the transcript`;
  if (visual) {
    const { slides, checks } = visual;
    const counted = `${checks.toLocaleString('en')} checks in the browser, ${outcome(visual)}`;
    return [`Checked: ${decks.length} decks, ${slides} slides${compared}; ${counted}.`];
  }
  const slides = decks.reduce((sum, deck) => sum + deck.slides.length, 0);
  return [`Checked: ${decks.length} decks, ${slides} slides${compared}${countAdvice(findings)}.`];
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
