import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Meetup } from '../meetup.ts';
import { advise } from './advise.ts';

/** Advice for files without an error: what is left of one that has some may look worse than it is. */
export function adviceFor(meetup: Meetup, found: readonly Diagnostic[]): readonly Diagnostic[] {
  const broken = new Set(found.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  return advise({ meetup }).filter(({ file }) => !broken.has(file));
}
