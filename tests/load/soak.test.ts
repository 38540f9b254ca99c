import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { ownTerminal } from '../../src/base/terminal.ts';
import { runExport } from '../../src/commands/export.ts';
import { IS_WHOLE } from '../deep.ts';
import { writeSmallMeetup, writeTalk } from '../e2e/small-meetup.ts';
import { startTally } from '../hostile/start-tally.ts';
import { ownTemporary } from '../own-temporary.ts';

const EXPORTS = Number(process.env.EXPORTS ?? 50);
/** Exports after which everything that stays loaded has been loaded. */
const WARM_UP = 5;
/** Maximum growth of the heap over the second half of the exports, to detect memory leaks. */
const MOST_GROWTH = 1.1;
const HOUR_MS = 3_600_000;

const tally = startTally('Exports in one process:');
const temporary = ownTemporary('tmp');

/** Counts of everything that an export may leave behind. */
function leftovers(): Readonly<Record<string, number>> {
  const resources = process.getActiveResourcesInfo();
  const counts = Object.fromEntries(
    [...new Set(resources)].sort().map((kind) => [kind, resources.filter((other) => other === kind).length]),
  );
  const children = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && parentOf(pid) === process.pid);
  return {
    ...counts,
    files: readdirSync('/proc/self/fd').length,
    children: children.length,
    temporary: readdirSync(tmpdir()).length,
    listeners: ['SIGINT', 'SIGTERM', 'exit'].reduce((sum, event) => sum + process.listenerCount(event), 0),
  };
}

function parentOf(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0; // It exited in the meantime.
  }
}

/** What has increased; waits, as some things end shortly after an export, such as a closed pipe. */
async function added(before: ReturnType<typeof leftovers>): Promise<readonly string[]> {
  let more: readonly string[] = [];
  for (let tries = 0; tries < 50; tries += 1) {
    const now = leftovers();
    more = Object.keys(now).filter((kind) => (now[kind] ?? 0) > (before[kind] ?? 0));
    if (more.length === 0) break;
    await delay(100);
  }
  return more;
}

function heap(): number {
  setFlagsFromString('--expose_gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

describe.runIf(IS_WHOLE && process.platform === 'linux')(`${EXPORTS} exports in one process`, () => {
  test('leave no browser, handle or file, and keep no memory', { timeout: HOUR_MS }, async () => {
    const root = join(temporary(), '..', 'meetup');
    writeSmallMeetup(root);
    const run = (time: number) => {
      writeTalk(root, 'ben', 'Ben', 'Queues', `- Long\n- Fair ${'again '.repeat(time % 7)}`);
      const asked = { decks: [], products: [{ kind: 'pdf' }], shard: null, cache: true } as const;
      return runExport({
        terminal: ownTerminal(),
        root,
        json: false,
        quiet: true,
        browser: undefined,
        asked,
        merge: [],
      });
    };
    const heaps: number[] = [];
    for (let time = 0; time < WARM_UP; time += 1) expect(await run(time)).toBe(0);
    await delay(1000);
    const before = leftovers();
    for (let time = 0; time < EXPORTS; time += 1) {
      expect(await run(time)).toBe(0);
      const more = await added(before);
      tally('exports', 1, more.length > 0 ? 1 : 0);
      expect(more).toEqual([]);
      heaps.push(heap());
    }
    const [middle = 0, last = 0] = [heaps[Math.floor(heaps.length / 2)], heaps.at(-1)];
    console.log(`  heap: ${heaps.map((bytes) => (bytes / 2 ** 20).toFixed(1)).join(' ')} MB`);
    expect(last / middle).toBeLessThan(MOST_GROWTH);
  });
});
