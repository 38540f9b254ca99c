import * as v from 'valibot';
import { SHARED_UPDATES } from '../serve/shared-state.ts';

/**
 * What another window of a file says, by the rules of our server for the same. It runs in the browser.
 * @returns null where it is nothing that such a window would say
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
