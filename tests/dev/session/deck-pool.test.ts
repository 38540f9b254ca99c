import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { openProject } from '../../../src/base/project.ts';
import { createDeckPool } from '../../../src/dev/session/deck-pool.ts';
import type { DeckServer, DeckWatch } from '../../../src/slidev/serve/serve-deck.ts';

/** A server that starts or fails on demand, and logs its calls. */
interface FakeServer {
  readonly log: string[];
  readonly watch: DeckWatch;
  start(): void;
  fail(): void;
}

function fakePool() {
  const servers: FakeServer[] = [];
  const pool = createDeckPool(
    openProject(tmpdir()),
    { folder: tmpdir(), hasFile: () => true },
    tmpdir(),
    { before: [], after: [] },
    () => {},
    (_deck, watch) => {
      const log: string[] = [];
      const server: DeckServer = {
        files: { folders: [], find: () => null },
        aliases: () => [],
        handle: () => {},
        share: () => {},
        upgrade: () => {},
        prepare: (files) => log.push(`prepare ${files.join(' ')}`),
        show: () => log.push('show'),
        close: async () => void log.push('close'),
      };
      return new Promise((resolve, reject) => {
        const fail = () => reject(new Error('broken'));
        servers.push({ log, watch, start: () => resolve(server), fail });
      });
    },
  );
  /** The nth requested server. */
  const nth = async (index: number): Promise<FakeServer> => {
    await expect.poll(() => servers.length).toBeGreaterThan(index);
    const server = servers[index];
    if (!server) throw new Error();
    return server;
  };
  return { pool, nth };
}

test('a deck that went while it started, and came back, leaves no server behind', async () => {
  const { pool, nth } = fakePool();
  const before = pool.open('ada');
  const first = await nth(0);
  pool.keep(new Set());
  const after = pool.open('ada');
  first.start();
  await before;
  const second = await nth(1);
  second.start();
  await after;
  expect([first.log, second.log]).toEqual([['close'], []]);
  await pool.clear();
  expect([first.log, second.log]).toEqual([['close'], ['close']]);
});

test('a server that fails, or is stale, takes nothing from the one that has its place', async () => {
  const { pool, nth } = fakePool();
  const before = pool.open('ada');
  const first = await nth(0);
  pool.keep(new Set());
  const after = pool.open('ada');
  first.fail();
  await expect(before).rejects.toThrow('broken');
  const second = await nth(1);
  second.start();
  await after;
  expect(pool.open('ada')).toBe(after);
  first.watch.stale();
  expect(pool.open('ada')).toBe(after);
  expect(second.log).toEqual([]);
  second.watch.stale();
  expect(pool.open('ada')).not.toBe(after);
  expect(second.log).toEqual(['close']);
});

test('what was saved while a server started shows when it has', async () => {
  const { pool, nth } = fakePool();
  const opened = pool.open('ada');
  const first = await nth(0);
  pool.prepare(['a.md', 'b.md']);
  pool.show();
  pool.prepare(['b.md']);
  expect(first.log).toEqual([]);
  first.start();
  await opened;
  expect(first.log).toEqual(['prepare a.md b.md', 'show']);
  pool.prepare(['c.md']);
  expect(first.log).toEqual(['prepare a.md b.md', 'show', 'prepare c.md']);
});
