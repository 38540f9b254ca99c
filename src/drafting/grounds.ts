import { checkClaim } from '../content/claims/check-claim.ts';
import type { Said } from './clauses.ts';
import type { Lines } from './drafted.ts';

/** The lines that drafted points are based on. */
export interface Grounds {
  /** Whether the claim check finds all numbers and names of the text in its lines, as it will for the summary. */
  readonly holds: (point: { readonly text: string; readonly lines: Lines }) => boolean;
}

export function groundsOf(said: readonly Said[], lang: string): Grounds {
  const last = said.reduce((most, { line }) => Math.max(most, line), 0);
  const lines: string[] = Array.from({ length: last }, () => '');
  for (const { line, text } of said) lines[line - 1] = `${lines[line - 1] ?? ''} ${text}`;
  return { holds: ({ text, lines: span }) => checkClaim({ text, lang }, { lines }, [span]).length === 0 };
}
