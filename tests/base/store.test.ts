import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { inEnglish, wording } from '../../src/base/errors.ts';
import {
  keepFolder,
  meetupFolder,
  openStore,
  ownFolder,
  PathBelow,
  readPlainFile,
  sharedFolder,
  trimFolder,
} from '../../src/base/store.ts';
import { onWarning } from '../../src/base/terminal.ts';

const IS_WINDOWS = process.platform === 'win32';
const IS_ROOT = process.getuid?.() === 0;
const NOBODY = 65_534;
const HOUR = 3_600;

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-store-')));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const text = (bytes: Buffer | null) => bytes?.toString('utf8') ?? null;

/** Creates a file last used the given number of seconds ago. */
function leave(path: string, seconds: number, size = 0): void {
  writeFileSync(path, Buffer.alloc(size));
  const time = Date.now() / 1000 - seconds;
  utimesSync(path, time, time);
}

describe('what is put', () => {
  test('comes back, and nothing else', () => {
    const store = openStore(folder);
    store.put('key', Buffer.from('开源'));
    store.put('empty', Buffer.from(''));
    expect(text(openStore(folder).get('key'))).toBe('开源');
    expect(text(store.get('empty'))).toBe('');
    expect(store.get('other')).toBeNull();
    expect(readdirSync(folder).sort()).toEqual(['empty', 'key']);
  });

  test('is none where it was changed, wherever that is', () => {
    const store = openStore(folder);
    store.put('key', Buffer.from('some bytes'));
    const whole = readFileSync(join(folder, 'key'));
    for (let at = 0; at < whole.length; at += 1) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(join(folder, 'key'), damaged);
      expect(store.get('key'), `changed at ${at}`).toBeNull();
      writeFileSync(join(folder, 'key'), whole.subarray(0, at));
      expect(store.get('key'), `cut after ${at}`).toBeNull();
    }
    writeFileSync(join(folder, 'key'), whole);
    expect(text(store.get('key'))).toBe('some bytes');
  });

  test('is none where it does not suit the schema', () => {
    const store = openStore(folder);
    store.putJson('key', { files: ['a/b.md'] });
    expect(store.getJson('key', v.object({ files: v.array(PathBelow) }))).toEqual({ files: ['a/b.md'] });
    expect(store.getJson('key', v.object({ files: v.number() }))).toBeNull();
    store.put('key', Buffer.from('{'));
    expect(store.getJson('key', v.unknown())).toBeNull();
  });

  test('has a key that leads nowhere else', () => {
    for (const key of ['../key', 'a/b', '', '.', '..', '.hidden', 'a\\b']) {
      expect(() => openStore(folder).get(key), key).toThrow('is no key');
      expect(() => openStore(folder).put(key, Buffer.of()), key).toThrow('is no key');
    }
  });

  test('is nothing where nothing is kept', () => {
    const store = openStore(null);
    store.put('key', Buffer.of(1));
    store.trim({ bytes: 0 });
    store.forget();
    expect(store.get('key')).toBeNull();
  });
});

test.each(['../x', '/x', 'a/../../x', '', '.', 'a//b', 'C:/x', 'a\\..\\x', 'a\0'])(
  '%j is no path below',
  (path) => {
    expect(v.is(PathBelow, path)).toBe(false);
  },
);

test.each(['a', 'a/b.c', 'a..b/c', '...x', '开源/幻灯.md'])('%j is one', (path) => {
  expect(v.is(PathBelow, path)).toBe(true);
});

test.skipIf(IS_WINDOWS)(
  'no link is followed, no device and no pipe is read, and nothing of somebody else',
  () => {
    const file = join(folder, 'file');
    writeFileSync(file, 'whole');
    expect(text(readPlainFile(file))).toBe('whole');
    expect(readPlainFile(file, 4)).toBeNull();
    symlinkSync(file, join(folder, 'link'));
    expect(spawnSync('mkfifo', [join(folder, 'pipe')]).status).toBe(0);
    for (const path of [
      join(folder, 'link'),
      join(folder, 'pipe'),
      folder,
      '/dev/zero',
      join(folder, 'none'),
    ]) {
      expect(readPlainFile(path), path).toBeNull();
    }
    if (!IS_ROOT) return;
    chownSync(file, NOBODY, NOBODY);
    expect(readPlainFile(file)).toBeNull();
  },
);

describe('what was used last stays', () => {
  test('up to a number, and more while others may be using them', () => {
    for (let no = 1; no <= 6; no += 1) leave(join(folder, `old-${no}`), HOUR + no);
    for (let no = 1; no <= 6; no += 1) leave(join(folder, `new-${no}`), no);
    trimFolder(folder, { entries: 2, most: 4 });
    expect(readdirSync(folder).sort()).toEqual(['new-1', 'new-2', 'new-3', 'new-4']);
    for (let no = 1; no <= 4; no += 1) leave(join(folder, `new-${no}`), HOUR + no);
    trimFolder(folder, { entries: 2, most: 4 });
    expect(readdirSync(folder).sort()).toEqual(['new-1', 'new-2']);
  });

  test('up to a size, of folders too', () => {
    for (const [index, name] of ['a', 'b', 'c'].entries()) leave(join(folder, name), index, 100);
    mkdirSync(join(folder, 'd', 'deep'), { recursive: true });
    leave(join(folder, 'd', 'deep', 'file'), 0, 100);
    utimesSync(join(folder, 'd'), 1, 1);
    trimFolder(folder, { bytes: 250 });
    expect(readdirSync(folder)).toEqual(['a', 'b']);
    trimFolder(join(folder, 'none'), { bytes: 0 });
  });
});

describe('a folder is kept', () => {
  const isThere = async (path: string) => statSync(path, { throwIfNoEntry: false }) !== undefined;
  const make = async (path: string) => writeFileSync(join(path, 'file'), 'made');

  test('whole or not at all', async () => {
    const kept = await keepFolder(folder, 'key', make, isThere);
    expect(readFileSync(join(kept, 'file'), 'utf8')).toBe('made');
    const failing = keepFolder(folder, 'other', () => Promise.reject(new Error('of the maker')), isThere);
    await expect(failing).rejects.toThrow('of the maker');
    expect(readdirSync(folder)).toEqual(['key']);
  });

  test('in the place of one that is not sound', async () => {
    mkdirSync(join(folder, 'key'));
    const kept = await keepFolder(folder, 'key', make, async () => false);
    expect(readdirSync(kept)).toEqual(['file']);
  });
});

describe('the place', () => {
  const problem = (path: string) => {
    const own = ownFolder(path);
    return own && 'problem' in own ? inEnglish(own.problem) : null;
  };

  test.skipIf(IS_WINDOWS)('is made for this user alone, whatever the mask', () => {
    const path = join(folder, 'new', 'cache');
    expect(ownFolder(path)).toEqual({ path });
    expect(statSync(path).mode & 0o777).toBe(0o700);
  });

  test.skipIf(IS_WINDOWS)('is none where others may write', () => {
    const path = join(folder, 'cache');
    mkdirSync(path);
    for (const mode of [0o777, 0o775, 0o1777]) {
      chmodSync(path, mode);
      expect(problem(path), mode.toString(8)).toBe(`others may write into ${path}`);
    }
    chmodSync(path, 0o755);
    expect(ownFolder(path)).toEqual({ path });
  });

  test.runIf(IS_ROOT)('is none where it is of somebody else, or behind a link of theirs', () => {
    const path = join(folder, 'cache');
    mkdirSync(path);
    chownSync(path, NOBODY, NOBODY);
    expect(problem(path)).toBe(`${path} belongs to somebody else`);
    mkdirSync(join(folder, 'mine'));
    symlinkSync(join(folder, 'mine'), join(folder, 'link'));
    expect(ownFolder(join(folder, 'link', 'cache'))).toEqual({ path: join(folder, 'mine', 'cache') });
    spawnSync('chown', ['-h', `${NOBODY}`, join(folder, 'link')]);
    expect(lstatSync(join(folder, 'link')).uid).toBe(NOBODY);
    expect(problem(join(folder, 'link', 'cache'))).toContain('is a link that somebody else has made');
  });

  test('is none in a checkout, whose files a pull request may bring', () => {
    mkdirSync(join(folder, 'repository', '.git'), { recursive: true });
    const lies = `it lies in ${join(folder, 'repository')}, where others may bring files`;
    expect(problem(join(folder, 'repository', 'deep', 'cache'))).toBe(lies);
    mkdirSync(join(folder, 'meetup', 'content'), { recursive: true });
    writeFileSync(join(folder, 'meetup', 'content', 'event.md'), '');
    expect(problem(join(folder, 'meetup', 'out', '.cache'))).toContain('it lies in ');
  });

  test('is none where it cannot be made, and that is not worth a word', () => {
    writeFileSync(join(folder, 'file'), '');
    const said = vi.fn();
    onWarning(said);
    expect(sharedFolder('x', { TALKDECK_CACHE: join(folder, 'file', 'cache') })).toBeNull();
    expect(said).not.toHaveBeenCalled();
  });

  test('that is not used is named once', () => {
    const cache = join(folder, 'repository', 'cache');
    mkdirSync(join(folder, 'repository', '.git'), { recursive: true });
    const said = vi.fn();
    onWarning(said);
    for (const name of ['x', 'y']) expect(sharedFolder(name, { TALKDECK_CACHE: cache })).toBeNull();
    expect(said.mock.calls).toEqual([
      [
        wording`The cache ${cache} is not used, because ${wording`it lies in ${join(folder, 'repository')}, where others may bring files`}. TALKDECK_CACHE names another folder.`,
      ],
    ]);
  });

  test('of a meetup is one by whatever path it is reached, and each has its own', () => {
    vi.stubEnv('TALKDECK_CACHE', join(folder, 'cache'));
    for (const name of ['one', 'two']) mkdirSync(join(folder, name));
    symlinkSync(join(folder, 'one'), join(folder, 'link'), 'junction');
    const one = meetupFolder(join(folder, 'one'), 'print');
    expect(one).toMatch(/[/\\]cache[/\\]meetups[/\\][0-9a-f]{20}[/\\]print$/);
    expect(meetupFolder(join(folder, 'link'), 'print')).toBe(one);
    expect(meetupFolder(join(folder, 'two'), 'print')).not.toBe(one);
    expect(sharedFolder('shell')).toBe(join(folder, 'cache', 'shell'));
  });
});
