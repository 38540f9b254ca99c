import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { meetupFolder } from '../src/base/store.ts';

const NAMED = process.env.TALKDECK_CACHE;

/** Whether the cache goes with the run. Named by whoever works at one test, it stays, and the next run has its shell. */
export const IS_OF_RUN = NAMED === undefined;

/** Where everything that runs in tests keeps what it keeps for speed; nobody's own. */
export const TEST_CACHE = NAMED ?? join(tmpdir(), `talkdeck-test-cache-${process.pid}`);

/** Where commands keep what they keep of a meetup. */
export function keptOf(root: string, name: 'print' | 'stamps' | 'vite'): string {
  const folder = meetupFolder(root, name);
  if (folder === null) throw new Error('tests have no cache');
  return folder;
}
