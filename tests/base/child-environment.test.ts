import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { childEnvironment, desktopEnvironment } from '../../src/base/child-environment.ts';

const NAMES = ['NODE_OPTIONS', 'AWS_SECRET_ACCESS_KEY', 'GIT_SSH_COMMAND', 'TALKDECK_TEST'];
afterEach(() => {
  for (const name of NAMES) delete process.env[name];
  Reflect.deleteProperty(Object.prototype, 'POLLUTED');
});

test('a process gets what it needs, and nothing that would make Node load code', () => {
  for (const name of NAMES) process.env[name] = 'x';
  const given = childEnvironment({ NODE_ENV: 'production' });
  expect(given.PATH).toBe(process.env.PATH);
  expect(given.NODE_ENV).toBe('production');
  expect(Object.keys(given).filter((name) => NAMES.includes(name))).toEqual([]);
  expect(Object.getPrototypeOf(given)).toBeNull();
});

test('an editor gets what its user has set, except what Node obeys', () => {
  for (const name of NAMES) process.env[name] = 'x';
  const given = desktopEnvironment();
  expect(NAMES.map((name) => given[name])).toEqual([undefined, 'x', 'x', 'x']);
  expect(Object.getPrototypeOf(given)).toBeNull();
});

test('what somebody got into the prototype of all objects is in no process', () => {
  const everywhere = { value: 'yes', enumerable: true, configurable: true, writable: true };
  Object.defineProperty(Object.prototype, 'POLLUTED', everywhere);
  const script = 'process.stdout.write(String(Object.hasOwn(process.env, "POLLUTED")))';
  const inherited = (env: NodeJS.ProcessEnv) =>
    spawnSync(process.execPath, ['-e', script], { env, encoding: 'utf8' }).stdout;
  // Node copies inherited properties of a plain object.
  expect(inherited({ PATH: process.env.PATH ?? '' })).toBe('true');
  expect(inherited(childEnvironment())).toBe('false');
  expect(inherited(desktopEnvironment())).toBe('false');
});

test('every process that talkdeck starts is given its variables', () => {
  const src = fileURLToPath(new URL('../../src', import.meta.url));
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const starters = files.filter((name) =>
    /node:child_process|launchPersistentContext|from 'launch-editor'|from 'open'/.test(
      readFileSync(join(src, name), 'utf8'),
    ),
  );
  expect(starters.length).toBeGreaterThan(3);
  const bare = starters.filter(
    (name) => !/(?:child|desktop)Environment\(/.test(readFileSync(join(src, name), 'utf8')),
  );
  expect(bare).toEqual([]);
});
