import '../needs-browser.ts';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowsers } from '../../src/print/browser/find-browser.ts';
import { FIXTURES } from '../cli/run-cli.ts';
import { type RunningDev, runServer } from '../dev/run-dev.ts';

/*
 * An evening on a machine with two screens. Chromium is controlled without Playwright, which gives every page the
 * focus, and makes a page go full screen only within its window.
 */
/** An installed browser: the one from npm has pages, but neither windows nor screens. */
const candidate = [...findBrowsers()].find(({ name }) => {
  try {
    accessSync(name, constants.X_OK);
    return true;
  } catch {
    return false;
  }
});

let root: string;
let server: RunningDev;
let browser: ChildProcess;
let send: <T>(method: string, params?: object, sessionId?: string) => Promise<T>;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'talkdeck-screens-'));
  if (!candidate) return;
  cpSync(join(FIXTURES, 'programme', 'content'), join(root, 'content'), { recursive: true });
  server = await runServer('present', root, ['--no-open', '--port', '0']);
  const { path, env } = await candidate.locate();
  browser = spawn(
    path,
    [
      ...['--headless=new', '--no-sandbox', '--disable-gpu', '--remote-debugging-pipe', '--no-first-run'],
      ...[`--user-data-dir=${join(root, 'profile')}`, '--screen-info={1600x1200}{1920x1080}', 'about:blank'],
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } },
  );
  send = connect(browser.stdio[3] as Writable, browser.stdio[4] as Readable);
});
afterAll(async () => {
  const ended = browser?.exitCode === null ? once(browser, 'exit') : null;
  browser?.kill('SIGKILL');
  await ended;
  await server?.stop('SIGKILL');
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

/** The DevTools protocol over a pipe: JSON messages, each ended by a zero byte. */
function connect(to: Writable, from: Readable): typeof send {
  const answers = new Map<number, (message: { result?: unknown; error?: { message: string } }) => void>();
  let rest = '';
  from.setEncoding('utf8').on('data', (chunk: string) => {
    const messages = (rest + chunk).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages.map((text) => JSON.parse(text))) answers.get(message.id)?.(message);
  });
  return (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      const id = answers.size + 1;
      answers.set(id, ({ result, error }) =>
        error ? reject(new Error(error.message)) : resolve(result as never),
      );
      to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
}

interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly windowState: string;
}

/** Windows of the evening, by the path of their pages. */
async function windows(): Promise<Record<string, Place>> {
  const { targetInfos } = await send<{ targetInfos: { type: string; url: string; targetId: string }[] }>(
    'Target.getTargets',
  );
  const ours = targetInfos.filter(({ type, url }) => type === 'page' && url.startsWith(server.url));
  const places = ours.map(async ({ url, targetId }) => {
    const { bounds } = await send<{ bounds: Place }>('Browser.getWindowForTarget', { targetId });
    const { left, top, width, windowState } = bounds;
    return [new URL(url).pathname, { left, top, width, windowState }] as const;
  });
  return Object.fromEntries(await Promise.all(places));
}

test.skipIf(!candidate)(
  'a key puts the audience\u2019s window on the projector in full screen, and the presenter\u2019s on the other',
  async () => {
    const permissions = ['windowManagement', 'wakeLockScreen'];
    await send('Browser.grantPermissions', { origin: new URL(server.url).origin, permissions });
    const { targetId } = await send<{ targetId: string }>('Target.createTarget', { url: server.url });
    const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    const evaluate = async (expression: string) => {
      const asked = { expression, returnByValue: true };
      const { result } = await send<{ result: { value: unknown } }>('Runtime.evaluate', asked, sessionId);
      return result.value;
    };
    const press = async (key: string) => {
      await send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key }, sessionId);
      await send('Input.dispatchKeyEvent', { type: 'keyUp', key }, sessionId);
    };
    await expect.poll(() => evaluate('document.documentElement?.dataset.ready ?? ""')).not.toBe('');
    expect(await evaluate('screen.isExtended')).toBe(true);
    await press('p');
    const projector = { left: 1600, top: 0, width: 1920, windowState: 'fullscreen' };
    const desk = { left: 0, top: 0, width: 1280, windowState: 'normal' };
    await expect.poll(windows).toEqual({ '/1': projector, '/presenter/1': desk });
    // Once more, and the audience sees no window frame.
    await press('p');
    await press('b');
    await expect.poll(() => evaluate('document.querySelector(".stage-cover").hidden')).toBe(false);
    expect(await windows()).toEqual({ '/1': projector, '/presenter/1': desk });
  },
);
