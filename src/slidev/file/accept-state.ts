import * as v from 'valibot';
import { SHARED_UPDATES } from '../serve/shared-state.ts';

/**
 * Validates a message from another window of a file, by the rules of our server. Runs in the browser.
 * @returns null if no window of ours would send it
 */
export function acceptState(kind: string, data: unknown): object | null {
  const update = { source: '', timestamp: 0 };
  if (kind === 'nav') {
    const { success, output } = v.safeParse(SHARED_UPDATES.nav.schema, { ...update, data });
    return success ? output.data : null;
  }
  if (kind !== 'drawings') return null;
  const { success, output } = v.safeParse(SHARED_UPDATES.drawings.schema, { ...update, patch: data });
  return success ? (output.patch ?? null) : null;
}
