import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type InlineConfig, preprocessCSS, resolveConfig } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CLOSED } from '../../src/slidev/options.ts';

let folder: string;
let slides: string;
let marker: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-closed-')));
  slides = join(folder, 'slides');
  marker = join(folder, 'ran');
  mkdirSync(slides);
  writeFileSync(join(folder, 'package.json'), '{}');
  const mark = `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '');`;
  writeFileSync(join(folder, 'postcss.config.cjs'), `${mark} module.exports = { plugins: [] };`);
  writeFileSync(
    join(slides, 'vite.config.mjs'),
    `import fs from 'node:fs'; fs.writeFileSync(${JSON.stringify(marker)}, ''); export default {};`,
  );
  writeFileSync(join(slides, '.env'), 'BROWSER=/bin/planted\nVITE_PLANTED=1\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function serve(config: InlineConfig) {
  const browser = process.env.BROWSER;
  try {
    const resolved = await resolveConfig({ ...config, root: slides, logLevel: 'silent' }, 'serve');
    await preprocessCSS('p { color: red }', join(slides, 'a.css'), resolved);
    return {
      ran: existsSync(marker),
      planted: resolved.env.VITE_PLANTED,
      isBrowserSet: process.env.BROWSER !== browser,
    };
  } finally {
    if (browser === undefined) delete process.env.BROWSER;
    else process.env.BROWSER = browser;
  }
}

test('settings beside the slides and above are neither run nor read', async () => {
  expect(await serve(CLOSED)).toEqual({ ran: false, planted: undefined, isBrowserSet: false });
});

test('as each of them would be', async () => {
  expect(await serve({ ...CLOSED, envDir: slides })).toEqual({
    ran: false,
    planted: '1',
    isBrowserSet: true,
  });
  const { css: _, ...withPostcss } = CLOSED;
  expect(await serve(withPostcss)).toMatchObject({ ran: true, planted: undefined });
});
