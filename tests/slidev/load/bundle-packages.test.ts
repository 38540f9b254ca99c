import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundlePackages } from '../../../src/slidev/load/bundle-packages.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "talkdeck kept 'ä-"));
});

afterAll(() => rm(folder, { recursive: true }));

/** Writes packages, bundles what `code` imports from them, and loads the single file from another folder. */
async function load(packages: Record<string, string>, code: string): Promise<Record<string, unknown>> {
  for (const [path, text] of Object.entries(packages)) {
    const file = join(folder, 'node_modules', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const bundle = await bundlePackages(code, join(folder, 'importer.js'));
  const file = join(await mkdtemp(join(folder, 'elsewhere-')), 'one.mjs');
  await writeFile(file, bundle.code);
  const { sources } = bundle;
  return { ...(await import(pathToFileURL(file).href)), sources };
}

const place = (path: string) => join(folder, 'node_modules', path);

test('what is imported at once is in the one file, and takes itself to be where it was', async () => {
  const main =
    "export const here = import.meta.url; export const text = 'import.meta.url'; export * from './part.cjs';";
  const part =
    "'use strict'; exports.folder = __dirname; exports.file = __filename; exports.text2 = '__dirname';";
  const one = await load(
    { 'a/package.json': '{"type":"module","exports":"./main.js"}', 'a/main.js': main, 'a/part.cjs': part },
    "export { here, text, folder, file, text2 } from 'a';",
  );
  expect(one).toMatchObject({
    here: pathToFileURL(place('a/main.js')).href,
    text: 'import.meta.url',
    folder: place('a'),
    file: place('a/part.cjs'),
    text2: '__dirname',
  });
  expect([...(one.sources as string[])].sort()).toEqual([place('a/main.js'), place('a/part.cjs')]);
});

test('what is imported when it is needed stays where it is', async () => {
  const late = 'export const here = import.meta.url;';
  const one = await load(
    {
      'b/package.json': '{"type":"module","exports":"./main.js"}',
      'b/main.js':
        "export const late = () => import('./late.js'); export const gone = () => import('not-there');",
      'b/late.js': late,
    },
    "export { late, gone } from 'b';",
  );
  const { late: get, gone } = one as Record<string, () => Promise<{ here: string }>>;
  expect((await get?.())?.here).toBe(pathToFileURL(place('b/late.js')).href);
  await expect(gone?.()).rejects.toThrow("Cannot find package 'not-there'");
  expect(one.sources).toEqual([place('b/main.js')]);
});

test('a package with parts in other languages stays outside, however it is asked for', async () => {
  const one = await load(
    {
      'lightningcss/package.json': '{"main":"./main.js"}',
      'lightningcss/main.js': 'module.exports = { here: __filename };',
      'c/package.json': '{"main":"./main.js"}',
      'c/main.js': "exports.here = require('lightningcss').here;",
      'd/package.json': '{"type":"module","exports":"./main.js"}',
      'd/main.js': "import css from 'lightningcss'; export const { here } = css;",
    },
    "export { here } from 'c'; export { here as there } from 'd';",
  );
  expect(one).toMatchObject({ here: place('lightningcss/main.js'), there: place('lightningcss/main.js') });
  expect([...(one.sources as string[])].sort()).toEqual([place('c/main.js'), place('d/main.js')]);
});

test('what cannot be bundled is an error', async () => {
  await expect(load({}, "export { a } from 'nowhere';")).rejects.toThrow('nowhere');
});
