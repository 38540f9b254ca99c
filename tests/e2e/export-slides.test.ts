import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseReport, ROOT, runCli } from '../cli/run-cli.ts';
import { type LoggedBrowser, loggedBrowser } from './logged-browser.ts';
import { writeSmallMeetup, writeTalk } from './small-meetup.ts';

let folder: string;
let root: string;
let browser: LoggedBrowser;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'talkdeck-slides-'));
  root = join(folder, 'meetup');
  writeSmallMeetup(root);
  browser = await loggedBrowser(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs an export.
 * @param whilePrinting called when the slides are shown; printing takes longer than a save
 */
async function exportAll(whilePrinting?: () => void): Promise<Ended> {
  browser.forget();
  const args = [join(ROOT, 'dist', 'cli.js'), 'export', '--json', '--root', root, '--browser', browser.path];
  const child = spawn(process.execPath, args, { env: { ...process.env, NO_COLOR: '1' } });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    said.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.stderr += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  while (whilePrinting && browser.showing() === 0 && child.exitCode === null) await delay(5);
  whilePrinting?.();
  return { code: await ended, ...said };
}

const slides = (name: string): string => readFileSync(join(root, 'slides', name), 'utf8');
const caches = ({ stdout, stderr, code }: Ended) =>
  (parseReport({ stdout, stderr, code }).decks as readonly { readonly cache: string }[]).map(
    ({ cache }) => cache,
  );

test("a deck of somebody else's is told before anything is printed, and nothing is written", async () => {
  mkdirSync(join(root, 'slides'));
  writeFileSync(join(root, 'slides', 'ben.md'), '# Mine\n');
  const { code, stderr } = await runCli(['export', '--root', root, '--browser', browser.path]);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('was not made by talkdeck') });
  expect(browser.starts()).toEqual([]);
  expect(existsSync(join(root, 'slides', 'ada.md'))).toBe(false);
  expect(existsSync(join(root, 'out', 'pdf'))).toBe(false);
  expect(slides('ben.md')).toBe('# Mine\n');
});

test('decks are in slides/ before they are printed; what was saved meanwhile, a transcript too, is looked at by the next export', async () => {
  const event = '---\ntitle: Data\nlang: en\nhost: Cy\nsource: ../talk.txt\n---\n';
  writeFileSync(join(root, 'content', 'event.md'), event);
  writeFileSync(join(root, 'talk.txt'), 'It has 40 nodes.\n');
  let before = '';
  const first = await exportAll(() => {
    before = slides('ben.md');
    writeTalk(root, 'ben', 'Ben', 'Queues', '- It has 40 nodes [L1]');
  });
  expect(first.code).toBe(0);
  expect(before).toContain('Fair');
  expect(slides('ben.md')).toContain('40 nodes');
  const second = await exportAll(() => writeFileSync(join(root, 'talk.txt'), 'It has 50 nodes.\n'));
  expect(caches(second)).toEqual(['hit', 'miss', 'hit']);
  expect({ code: second.code, findings: parseReport(second).findings }).toEqual({ code: 0, findings: [] });
  const third = await exportAll();
  expect(parseReport(third).findings.map(({ code }) => code)).toEqual(['unsupported-number']);
});
