import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { printDecks } from '../../src/print/print-decks.ts';
import { ROOT } from '../cli/run-cli.ts';
import { IS_WHOLE } from '../deep.ts';
import { KEPT_SHELL } from '../kept-shell.ts';
import { makeDeck, themeRoot } from '../print/make-deck.ts';
import { pdfFacts } from '../print/pdf-facts.ts';
import { isRunning, type LoggedBrowser, loggedBrowser } from './logged-browser.ts';
import { writeSmallMeetup } from './small-meetup.ts';

const OLD = 'the old file';

let folder: string;
let root: string;
let temporary: string;
let browser: LoggedBrowser;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'talkdeck-faults-'));
  [root, temporary] = [join(folder, 'meetup'), join(folder, 'tmp')];
  mkdirSync(temporary);
  mkdirSync(join(root, 'out', 'pdf'), { recursive: true });
  writeSmallMeetup(root);
  for (const name of ['ada.pdf', 'ben.pdf', 'qa.pdf']) writeFileSync(join(root, 'out', 'pdf', name), OLD);
  browser = await loggedBrowser(folder);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly stderr: string;
}

function start(): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const args = [join(ROOT, 'dist', 'cli.js'), 'export', '--root', root, '--browser', browser.path];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NO_COLOR: '1', TMPDIR: temporary },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ code, stderr }));
  });
  return { child, ended };
}

const until = (condition: () => boolean): Promise<void> =>
  expect.poll(condition, { interval: 20 }).toBe(true);

const pdf = (name: string): Buffer => readFileSync(join(root, 'out', 'pdf', name));
const files = (): readonly string[] => readdirSync(join(root, 'out', 'pdf')).sort();
const pdfs = (): readonly Buffer[] => files().map(pdf);
/** Output of an undisturbed export. */
let alone: readonly Buffer[] | undefined;

describe.skipIf(process.platform === 'win32')('whatever stops an export', () => {
  test.each([
    ['SIGINT', 'the browser comes up', () => browser.starts().length > 0],
    ['SIGTERM', 'slides are looked at', () => browser.showing() > 0],
  ] as const)('%s, when %s, leaves nothing behind', async (signal, _, isTime) => {
    const { child, ended } = start();
    await until(isTime);
    child.kill(signal);
    const { code, stderr } = await ended;
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('Interrupted.') });
    expect(stderr).not.toContain('    at ');
    expect(browser.starts().filter(isRunning)).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
    expect(files()).toEqual(['ada.pdf', 'ben.pdf', 'qa.pdf']);
    expect(['ada.pdf', 'ben.pdf', 'qa.pdf'].map((name) => pdf(name).toString())).toEqual([OLD, OLD, OLD]);
  });

  test('a killed browser is said, and the old files stay', async () => {
    const { ended } = start();
    await until(() => browser.showing() > 0);
    const [pid = 0] = browser.starts();
    process.kill(pid, 'SIGKILL');
    const { code, stderr } = await ended;
    expect(code).toBe(2);
    expect(stderr).toContain('talkdeck: The browser stopped');
    expect(stderr).not.toContain('    at ');
    expect(readdirSync(temporary)).toEqual([]);
    expect(files()).toEqual(['ada.pdf', 'ben.pdf', 'qa.pdf']);
    expect(pdf('ada.pdf').toString()).toBe(OLD);
  });

  test('killed itself, it takes the browser with it, and the next export is whole', async () => {
    const { child, ended } = start();
    await until(() => browser.showing() > 0);
    child.kill('SIGKILL');
    await ended;
    await until(() => !browser.starts().some(isRunning));
    expect((await start().ended).code).toBe(0);
    expect(readdirSync(temporary)).toEqual([]);
    expect((await pdfFacts(pdf('ada.pdf'))).title).toBe('Stores');
    alone = pdfs();
  });

  test('a folder that is none is said', async () => {
    rmSync(join(root, 'out', 'pdf'), { recursive: true });
    writeFileSync(join(root, 'out', 'pdf'), 'a file');
    const { code, stderr } = await start().ended;
    expect(code).toBe(2);
    expect(stderr).toMatch(/talkdeck: Cannot write .*[/\\\\](?:ada|ben|qa)\.pdf/);
    expect(stderr).not.toContain('    at ');
    expect(readdirSync(temporary)).toEqual([]);
    expect(browser.starts().filter(isRunning)).toEqual([]);
  });

  test('two exports at once give what one gives', async () => {
    const ended = await Promise.all([start().ended, start().ended]);
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
    const both = pdfs();
    expect(both).toHaveLength(4);
    if (!alone) {
      rmSync(join(root, 'out'), { recursive: true });
      expect((await start().ended).code).toBe(0);
      alone = pdfs();
    }
    expect(both).toEqual(alone);
  });

  // Closing it takes another half minute; npm test covers the waiting (tests/print/browser/within-time.test.ts).
  test.runIf(IS_WHOLE)('a browser that hangs is given up', async () => {
    const before = process.env.TMPDIR;
    process.env.TMPDIR = temporary;
    try {
      const printing = printDecks({
        decks: [makeDeck('ada', ['# One', '# Two'])],
        assets: [],
        themeRoot,
        shellFolder: KEPT_SHELL,
        browserPath: browser.path,
        timeoutMs: 2_000,
        onProgress: ({ stage, done, total }) => {
          const [pid] = browser.starts();
          if (stage === 'bundle' && done === total && pid) process.kill(pid, 'SIGSTOP');
        },
      });
      await expect(printing).rejects.toThrow(/The browser does not answer/);
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
    expect(browser.starts().filter(isRunning)).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe('a full disk', () => {
  test('keeps the old files whole', async ({ skip }) => {
    const out = join(root, 'out');
    rmSync(out, { recursive: true });
    mkdirSync(out);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', out]).status === 0;
    if (!mounted) skip('mounting a small file system needs rights');
    try {
      mkdirSync(join(out, 'pdf'));
      writeFileSync(join(out, 'pdf', 'ada.pdf'), OLD);
      writeFileSync(join(out, 'filler'), Buffer.alloc(190_000));
      const { code, stderr } = await start().ended;
      expect(code).toBe(2);
      expect(stderr).toMatch(/talkdeck: Cannot write .*\.pdf: ENOSPC/);
      expect(stderr).toContain('the space on the disk');
      expect(pdf('ada.pdf').toString()).toBe(OLD);
      expect(files()).toEqual(['ada.pdf']);
      expect(existsSync(join(out, 'pdf', 'ada.pdf.tmp'))).toBe(false);
      expect(readdirSync(temporary)).toEqual([]);
    } finally {
      spawnSync('umount', [out]);
    }
  });
});
