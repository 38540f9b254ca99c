/**
 * Loaded into `talkdeck dev` by --import: on SIGUSR2 writes the heap size in bytes after garbage collection to the file
 * named by HEAP_FILE. The memory that the system reports depends on when garbage was last collected.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

const { HEAP_FILE } = process.env;
// Processes that dev starts inherit its environment.
if (isMainThread && process.argv.includes('dev') && HEAP_FILE) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  process.on('SIGUSR2', () => {
    collect();
    writeFileSync(`${HEAP_FILE}~`, String(process.memoryUsage().heapUsed));
    renameSync(`${HEAP_FILE}~`, HEAP_FILE);
  });
}
