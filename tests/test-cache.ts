import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { meetupFolder } from '../src/base/store.ts';

const NAMED = process.env.TALKDECK_CACHE;

/** Whether the cache is deleted after the run. If set by the user, it stays, and the next run reuses its shell. */
export const IS_OF_RUN = NAMED === undefined;

/** The cache folder for everything that runs in tests, never the user's own. */
export const TEST_CACHE = NAMED ?? join(tmpdir(), `talkdeck-test-cache-${process.pid}`);

/** What the tests of a run share besides the cache; deleted after it. */
export const RUN_FOLDER = process.env.TALKDECK_RUN ?? join(tmpdir(), `talkdeck-run-${process.pid}`);

/** Folder where commands cache data about a meetup. */
export function keptOf(root: string, name: 'print' | 'stamps' | 'vite'): string {
  const folder = meetupFolder(root, name);
  if (folder === null) throw new Error('tests have no cache');
  return folder;
}
