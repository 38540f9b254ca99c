import '../needs-browser.ts';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FIXTURES, runCli, startCli } from '../cli/run-cli.ts';
import { mp4 } from '../video-files.ts';

const TALK = 'content/talks/01-ada.md';
let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'talkdeck-check-'));
  cpSync(join(FIXTURES, 'programme', 'content'), join(root, 'content'), { recursive: true });
  // Valid as a file, but without a picture: only a browser that plays it can tell.
  mkdirSync(join(root, 'content/assets'));
  writeFileSync(join(root, 'content/assets/empty.mp4'), mp4());
  const talk = readFileSync(join(root, TALK), 'utf8');
  writeFileSync(join(root, TALK), `${talk}\n## A film\n\n![Nothing](../assets/empty.mp4)\n`);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('each thing that an evening needs is a line, good, with what to do, or as one that cannot be known', () => {
  const { code, stdout } = startCli(['present', '--check', '--root', root, '--lang', 'en']);
  const told = stdout
    .replace(/All \d+ files/, 'All files')
    .replace(/\d+ slides are/, 'all slides are')
    .replace(/\d+ fonts?/, 'fonts')
    .replace(/Chromium [\d.]+/, 'Chromium')
    .replace(/play: \S+\./, 'play: FILE.')
    .split('\n');
  expect(told).toMatchInlineSnapshot(`
    [
      "✓ 7 decks, checked and built",
      "✓ All files are in this browser: the server and the network may go",
      "✓ Without the server and the network all slides are shown",
      "✓ fonts can be read",
      "✓ 2 pictures can be shown",
      "! Videos that this browser cannot play: FILE. Save them as WebM, or take another browser",
      "✓ All of this was looked at in Chromium; for another browser, C in its presenter’s window",
      "? Whether the screen stays on only the browser of the evening knows: C in the presenter’s window says it",
      "? Whether there is a second screen only the browser of the evening knows: C in the presenter’s window says it",
      "",
    ]
  `);
  expect(code).toBe(1);
  // Nothing was written, and nothing is left behind.
  expect(readdirSync(root)).toEqual(['content']);
});

test('content with an error is named; nothing is built, and no browser is started', async () => {
  const talk = readFileSync(join(root, TALK), 'utf8');
  writeFileSync(join(root, TALK), `${talk}\n<iframe src="https://example.org/"></iframe>\n`);
  const args = ['present', '--check', '--root', root, '--browser', '/nowhere'];
  const { code, stdout, stderr } = await runCli(args);
  expect(code).toBe(1);
  expect(stderr).toContain('html-as-text');
  expect(stdout).toBe('! content/ has errors: fix them first, nothing else was looked at\n');
  const json = JSON.parse((await runCli([...args, '--json'])).stdout);
  expect([json.ok, json.lines, json.findings[0].code]).toEqual([false, [], 'html-as-text']);
  const chinese = await runCli([...args, '--lang', 'zh']);
  expect(chinese.stdout).toBe(
    '! content/ \u6709\u9519\u8bef\uff1a\u8bf7\u5148\u6539\u6b63\uff0c\u5176\u4f59\u5c1a\u672a\u68c0\u67e5\n',
  );
});
