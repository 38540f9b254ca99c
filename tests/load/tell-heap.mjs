/**
 * Loaded into `talkdeck dev` by --import: at each SIGUSR2 tells, in the file that HEAP_FILE names, how many bytes are
 * in use once everything that nobody needs is gone. What the system counts for a process depends on when that was.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

const { HEAP_FILE } = process.env;
// What dev starts inherits its environment.
if (isMainThread && process.argv.includes('dev') && HEAP_FILE) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  process.on('SIGUSR2', () => {
    collect();
    writeFileSync(`${HEAP_FILE}~`, String(process.memoryUsage().heapUsed));
    renameSync(`${HEAP_FILE}~`, HEAP_FILE);
  });
}
