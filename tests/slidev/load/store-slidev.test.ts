import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { cacheFile, isCurrent } from '../../../src/slidev/load/load-slidev.ts';
import { storeSlidev } from '../../../src/slidev/load/store-slidev.ts';

let cache: string;
beforeAll(() => {
  cache = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-store-slidev-')));
  vi.stubEnv('TALKDECK_CACHE', cache);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(cache, { recursive: true });
});

test("Slidev is kept in the user's folder, and finds packages that it names only when it runs", async () => {
  const file = cacheFile() ?? '';
  expect(file.startsWith(join(cache, 'slidev'))).toBe(true);
  await storeSlidev();
  expect(await isCurrent(file)).toBe(true);
  expect(readdirSync(dirname(file)).sort()).toEqual(['node_modules', 'slidev.mjs']);
  const asked = `
    const slidev = await import(${JSON.stringify(pathToFileURL(file).href)});
    console.log(typeof slidev.resolveOptions, await slidev.parser.load.constructor.name);
  `;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', asked], {
    encoding: 'utf8',
  });
  expect(stdout).toBe('function AsyncFunction\n');
  expect(createRequire(file).resolve('@vue/compiler-sfc')).toContain('compiler-sfc');
});

test('one that is there and sound is left', async () => {
  const file = cacheFile() ?? '';
  const { mtimeMs } = statSync(file);
  await storeSlidev();
  expect(statSync(file).mtimeMs).toBe(mtimeMs);
});
