import type { Finding } from '../../findings/finding.ts';
import { type Memory, NO_MEMORY } from '../../memory.ts';
import { finish, type Steps } from '../../steps.ts';
import type { Meetup } from '../meetup.ts';
import { adviceSteps } from './advise.ts';

/** Advice for files without an error: what is left of one that has some may look worse than it is. */
export function adviceFor(meetup: Meetup, found: readonly Finding[]): readonly Finding[] {
  return finish(adviceForInSteps(meetup, found, NO_MEMORY));
}

/** The same, a summary at a step. @param memory of the times before, those that were not finished too */
export function* adviceForInSteps(
  meetup: Meetup,
  found: readonly Finding[],
  memory: Memory,
): Steps<readonly Finding[]> {
  const broken = new Set(found.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const advice = yield* adviceSteps({ meetup }, memory);
  return advice.filter(({ file }) => !broken.has(file));
}
