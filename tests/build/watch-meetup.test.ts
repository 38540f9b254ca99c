import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FSWatcher } from 'chokidar';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openProject } from '../../src/base/project.ts';
import { gatherChanges, watchMeetup } from '../../src/build/watch-meetup.ts';

test('packages are not watched, everything beside and above them is', async () => {
  const temp = mkdtempSync(join(tmpdir(), 'talkdeck-watch-'));
  const root = join(temp, 'node_modules', 'meetup');
  const folders = ['content/node_modules', 'content/node_modules-notes'].map((name) => join(root, name));
  for (const folder of folders) mkdirSync(folder, { recursive: true });
  const seen = new Set<string>();
  const watcher = await watchMeetup(
    openProject(root),
    () => {},
    (files) => {
      for (const file of files) seen.add(file);
    },
    () => {},
  );
  try {
    const [inPackage, beside] = folders.map((folder) => join(folder, 'a.md'));
    if (!inPackage || !beside) throw new Error();
    writeFileSync(inPackage, 'a');
    writeFileSync(beside, 'a');
    await expect.poll(() => [...seen]).toContain(beside);
    expect([...seen]).not.toContain(inPackage);
  } finally {
    await watcher.close();
    rmSync(temp, { recursive: true, force: true });
  }
});

test('what the watcher has missed is noticed anyway, once', async () => {
  const root = mkdtempSync(join(tmpdir(), 'talkdeck-watch-'));
  const kept = join(root, 'content/kept.md');
  const gone = join(root, 'templates/slides/points.md.hbs');
  for (const file of [kept, gone]) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, 'a');
  }
  // A watcher that never reports anything, as happens on a busy machine.
  const deaf = new FSWatcher({ persistent: false });
  const told: string[][] = [];
  const starting = watchMeetup(
    openProject(root),
    () => {},
    (files) => told.push([...files].sort()),
    () => {},
    () => deaf,
  );
  deaf.emit('ready');
  const watcher = await starting;
  try {
    writeFileSync(kept, 'b, and more');
    rmSync(join(root, 'templates'), { recursive: true });
    await expect.poll(() => told.flat()).toEqual([kept, gone]);
    writeFileSync(kept, 'c');
    await expect.poll(() => told.flat()).toEqual([kept, gone, kept]);
  } finally {
    await watcher.close();
    rmSync(root, { recursive: true, force: true });
  }
});

describe('saves soon after each other', () => {
  let told: string[];
  const changes = () =>
    gatherChanges(
      () => told.push('settled'),
      (files) => told.push([...files].join()),
    );
  beforeEach(() => {
    told = [];
    vi.useFakeTimers();
  });
  afterEach(() => vi.useRealTimers());

  test('of one file, first cut off, are one change', () => {
    const { add } = changes();
    add('a');
    vi.advanceTimersByTime(30);
    add('a');
    vi.advanceTimersByTime(49);
    // A possibly complete file is checked twice and reported once.
    expect(told).toEqual(['settled', 'settled']);
    vi.advanceTimersByTime(1);
    expect(told).toEqual(['settled', 'settled', 'a']);
    vi.advanceTimersByTime(1_000);
    expect(told).toHaveLength(3);
  });

  test('of many files are one change, and what comes later is another', () => {
    const { add } = changes();
    const files = Array.from({ length: 40 }, (_, index) => `${index}`);
    for (const file of files) {
      add(file);
      vi.advanceTimersByTime(5);
    }
    expect(told).toEqual([]);
    vi.advanceTimersByTime(50);
    add('late');
    vi.advanceTimersByTime(50);
    expect(told).toEqual(['settled', files.join(), 'settled', 'late']);
  });

  test('that do not end are told after a second', () => {
    const { add, drop } = changes();
    for (let time = 0; time < 1_500; time += 5) {
      add('log');
      vi.advanceTimersByTime(5);
    }
    expect(told).toEqual(['log']);
    drop();
    vi.advanceTimersByTime(1_000);
    expect(told).toEqual(['log']);
  });

  test('are never called settled once they are told: nothing would follow', () => {
    const { add } = changes();
    for (let time = 0; time < 995; time += 5) {
      add('log');
      vi.advanceTimersByTime(5);
    }
    // Told after five milliseconds, before it could settle.
    add('log');
    vi.advanceTimersByTime(1_000);
    expect(told).toEqual(['log']);
  });
});
