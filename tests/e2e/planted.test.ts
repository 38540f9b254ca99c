import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCli } from '../cli/run-cli.ts';
import { writeSmallMeetup } from './small-meetup.ts';

let folder: string;
let root: string;
let marks: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-planted-')));
  root = join(folder, 'meetup');
  marks = join(folder, 'marks');
  mkdirSync(marks);
  writeSmallMeetup(root);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Files that tools would execute on loading; each would leave a file with its name. */
const SCRIPTS = [
  'postcss.config.cjs',
  'postcss.config.mjs',
  '.postcssrc.cjs',
  'vite.config.mjs',
  'uno.config.mjs',
  'unocss.config.mjs',
  'tailwind.config.cjs',
  'babel.config.cjs',
  '.babelrc.cjs',
  'setup/main.mjs',
  'setup/shiki.mjs',
  'setup/vite-plugins.mjs',
  'setup/preparser.mjs',
  'setup/transformers.mjs',
  'node_modules/vue/index.js',
  'node_modules/@slidev/cli/dist/index.mjs',
  'node_modules/@slidev/client/main.js',
  'node_modules/postcss/index.js',
];

function plant(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

test('what a pull request brings beside the summaries is not run, and leads no product elsewhere', async () => {
  for (const place of ['', 'slides', 'content', 'out', 'out/.cache/vite']) {
    for (const name of SCRIPTS) {
      const mark = JSON.stringify(join(marks, `${place} ${name}`.replaceAll('/', '-')));
      const isModule = name.endsWith('.mjs');
      const load = isModule
        ? "import { writeFileSync } from 'node:fs';"
        : "const { writeFileSync } = require('node:fs');";
      plant(join(root, place, name), `${load}\nwriteFileSync(${mark}, '');\n`);
    }
    plant(join(root, place, '.env'), 'NODE_OPTIONS=--invalid-option\nBROWSER=/bin/planted\n');
    plant(
      join(root, place, 'package.json'),
      '{ "browserslist": "extends planted", "postcss": { "plugins": { "planted": {} } } }',
    );
  }
  for (const path of [
    'out/.cache/print/x',
    'out/.cache/build.json',
    'out/.cache/export-390c7cb84bffc2d3.json',
  ]) {
    plant(join(root, path), '{"files":[{"path":"../../x/.bashrc","size":3}]}\nbad');
  }
  const refused = await runCli(['export', '--quiet', '--root', root]);
  expect(refused).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('slides/vite.config.mjs:1:1 error'),
  });
  expect(readdirSync(marks)).toEqual([]);
  rmSync(join(root, 'slides'), { recursive: true });
  const result = await runCli(['export', '--quiet', '--root', root]);
  expect(result).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(readdirSync(marks)).toEqual([]);
  expect(readdirSync(folder).sort()).toEqual(['marks', 'meetup']);
  expect(existsSync(join(root, 'out', '.cache'))).toBe(false);
  expect(readdirSync(join(root, 'out', 'pdf'))).toHaveLength(4);
});
