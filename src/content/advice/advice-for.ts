import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { type Memory, NO_MEMORY } from '../../memory.ts';
import type { Meetup } from '../meetup.ts';
import { advise } from './advise.ts';

/**
 * Advice for files without an error: what is left of one that has some may look worse than it is.
 * @param memory of the times before
 */
export function adviceFor(
  meetup: Meetup,
  found: readonly Diagnostic[],
  memory: Memory = NO_MEMORY,
): readonly Diagnostic[] {
  const broken = new Set(found.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  return advise({ meetup }, memory).filter(({ file }) => !broken.has(file));
}
