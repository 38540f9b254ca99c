import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { DevState, StateChange } from '../../src/dev/dev-state.ts';
import { applyChange } from '../../src/dev/pages/apply-change.ts';
import { ROOT } from '../cli/run-cli.ts';
import { openBrowser } from './pages-browser.ts';
import { type RunningDev, runDev } from './run-dev.ts';

export const TALK = 'content/talks/02-huang-dongxu.md';
/** Stands once, on slide 5 of that talk. */
export const WORDS = '\u65c1\u4eba\u5224\u65ad';

/** As long as a change may take to show, on a busy machine. */
const PATIENCE = { polling: 50, timeout: 20_000 };

/** What pages are told, since somebody began to listen. */
export interface Heard {
  readonly states: DevState[];
  stop(): void;
}

/** The real meetup in a folder of its own, served by `talkdeck dev`, and a browser. */
export interface LiveMeetup {
  readonly root: string;
  readonly dev: RunningDev;
  /** What the editor was asked to open. */
  readonly editorLog: string;
  /** @param reader whose browser it is: each has one of their own */
  open(path: string, reader?: string): Promise<Page>;
  /** A page that cannot start, and is not waited for. */
  openBroken(path: string): Promise<Page>;
  read(path: string): string;
  write(path: string, text: string): void;
  /** Changes a file for as long as `look` takes. */
  edited(path: string, change: (text: string) => string, look: () => Promise<void>): Promise<void>;
  listen(): Promise<Heard>;
  stop(): Promise<void>;
}

/** @param prepare puts further files into the meetup's folder @param env of dev, beside the variables that there are */
export async function startLive(
  prepare = (_root: string): void => {},
  env: Readonly<Record<string, string>> = {},
): Promise<LiveMeetup> {
  const root = mkdtempSync(join(tmpdir(), 'talkdeck-dev-'));
  cpSync(join(ROOT, 'content'), join(root, 'content'), { recursive: true });
  prepare(root);
  const editorLog = join(root, 'editor.log');
  // Known by its name to take lines.
  const editor = join(root, 'code');
  writeFileSync(editor, `#!/bin/sh\necho "$@" >> ${editorLog}\n`, { mode: 0o755 });
  const dev = await runDev(root, ['--port', '0'], { LAUNCH_EDITOR: editor, ...env });
  const browser: Browser = await openBrowser();
  const contexts = new Map<string, Promise<BrowserContext>>();
  const contextOf = (reader: string): Promise<BrowserContext> => {
    const known = contexts.get(reader);
    const context = known ?? browser.newContext({ viewport: { width: 1280, height: 720 } });
    contexts.set(reader, context);
    return context;
  };
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const write = (path: string, text: string) => writeFileSync(join(root, path), text);
  return {
    root,
    dev,
    editorLog,
    read,
    write,
    async open(path, reader = '') {
      const page = await (await contextOf(reader)).newPage();
      await page.goto(dev.url + path, { timeout: 90_000 });
      const [, no] = /(\d+)(?:\?|$)/.exec(path) ?? [];
      await page.waitForFunction(`window.__slidev__?.nav.currentSlideNo === ${no}`, undefined, {
        timeout: 90_000,
      });
      // Lost when the page loads anew.
      await page.evaluate('window.mark = "here"');
      return page;
    },
    async openBroken(path) {
      const page = await (await contextOf('')).newPage();
      await page.goto(dev.url + path);
      return page;
    },
    async edited(path, change, look) {
      const before = read(path);
      write(path, change(before));
      try {
        await look();
      } finally {
        write(path, before);
      }
    },
    listen: () => listen(dev.url),
    async stop() {
      await browser.close();
      await dev.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Waits until a page shows these words. */
export async function shows(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    `document.body.innerText.includes(${JSON.stringify(words)})`,
    undefined,
    PATIENCE,
  );
}

/** Waits until something holds on a page. @param condition an expression */
export async function holds(page: Page, condition: string): Promise<void> {
  await page.waitForFunction(condition, undefined, PATIENCE);
}

/** `here`, unless the page has loaded anew. */
export const mark = (page: Page): Promise<unknown> => page.evaluate('window.mark');

/** Number of the slide, and of the click. */
export const place = (page: Page): Promise<unknown> =>
  page.evaluate('[__slidev__.nav.currentSlideNo, __slidev__.nav.clicks]');

async function listen(url: string): Promise<Heard> {
  const stopped = new AbortController();
  const response = await fetch(`${url}@talkdeck/events`, { signal: stopped.signal });
  const states: DevState[] = [];
  void (async () => {
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString('utf8');
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) {
        const [, name, data] = /^event: (state|change)\ndata: (.*)$/m.exec(event) ?? [];
        const last = states.at(-1);
        if (name === 'state' && data) states.push(JSON.parse(data) as DevState);
        if (name === 'change' && data && last)
          states.push(applyChange(last, JSON.parse(data) as StateChange));
      }
    }
  })().catch(() => {});
  // What was saved before, and the advice on it, is not to be counted.
  for (let count = -1; count !== states.length; ) {
    count = states.length;
    await delay(700);
  }
  return { states, stop: () => stopped.abort() };
}
