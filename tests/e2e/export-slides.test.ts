import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseReport, ROOT } from '../cli/run-cli.ts';
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

/** Exports. @param whilePrinting is done when the slides are shown, which takes longer than a save */
async function exportAll(whilePrinting?: () => void): Promise<Ended> {
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
  while (whilePrinting && !browser.showsSlides() && child.exitCode === null) await delay(5);
  whilePrinting?.();
  return { code: await ended, ...said };
}

test('a transcript that was saved while decks were printed is looked at by the next export', async () => {
  const event = '---\ntitle: Data\nlang: en\nhost: Cy\nsource: ../talk.txt\n---\n';
  writeFileSync(join(root, 'content', 'event.md'), event);
  writeFileSync(join(root, 'talk.txt'), 'It has 40 nodes.\n');
  writeTalk(root, 'ben', 'Ben', 'Queues', '- It has 40 nodes [L1]');
  const first = await exportAll(() => writeFileSync(join(root, 'talk.txt'), 'It has 50 nodes.\n'));
  expect({ code: first.code, findings: parseReport(first).findings }).toEqual({ code: 0, findings: [] });
  const second = await exportAll();
  expect(parseReport(second).findings.map(({ code }) => code)).toEqual(['unsupported-number']);
});
