import { checkClaim } from '../content/claims/check-claim.ts';
import type { Said } from './clauses.ts';
import type { Lines } from './drafted.ts';

/** The lines that drafted points are based on. */
export interface Grounds {
  /** Whether the claim check finds all numbers and names of the text in its lines, as it will for the summary. */
  readonly holds: (point: { readonly text: string; readonly lines: Lines }) => boolean;
}

export function groundsOf(said: readonly Said[], lang: string): Grounds {
  // Counted from the first line: a transcript may have a thousand exchanges on a hundred thousand lines.
  const before = said.reduce((least, { line }) => Math.min(least, line), said[0]?.line ?? 1) - 1;
  const lines: string[] = [];
  for (const { line, text } of said) {
    while (lines.length < line - before) lines.push('');
    lines[line - before - 1] += ` ${text}`;
  }
  return {
    holds: ({ text, lines: { first, last } }) =>
      checkClaim({ text, lang }, { lines }, [{ first: first - before, last: last - before }]).length === 0,
  };
}
