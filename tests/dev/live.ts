import {
  closeSync,
  constants,
  cpSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { applyChange } from '../../src/dev/pages/shared/live-state.ts';
import type { DevState, StateChange } from '../../src/dev/state/dev-state.ts';
import { ROOT } from '../cli/run-cli.ts';
import { HANGS_MS, openBrowser } from './pages-browser.ts';
import { type RunningDev, runDev } from './run-dev.ts';

export const TALK = 'content/talks/02-huang-dongxu.md';
/** Occurs once, on slide 5 of that talk. */
export const WORDS = '\u65c1\u4eba\u5224\u65ad';

/** Slidev's module with the state shared by all pages of a deck: who moved last, and where to. */
const SHARED = /\/@slidev\/client\/state\/shared\.ts/;

/** Events received since listening began. */
export interface Heard {
  readonly states: readonly DevState[];
  /** Resolves as soon as the last state matches. */
  until(isSuch: (state: DevState) => boolean): Promise<DevState>;
  stop(): void;
}

/** The repository's meetup in its own folder, served by `talkdeck dev`, and a browser. */
export interface LiveMeetup {
  readonly root: string;
  readonly dev: RunningDev;
  /** Log of the files that the editor was asked to open. */
  readonly editorLog: string;
  /** @param reader name of the browser context; each reader has their own */
  open(path: string, reader?: string): Promise<Page>;
  /** Opens a page that cannot start, without waiting for it. */
  openBroken(path: string): Promise<Page>;
  read(path: string): string;
  write(path: string, text: string): void;
  /** Changes a file while `look` runs, and restores it afterwards. */
  edited(path: string, change: (text: string) => string, look: () => Promise<void>): Promise<void>;
  listen(): Promise<Heard>;
  stop(): Promise<void>;
}

/**
 * @param prepare adds further files to the meetup's folder
 * @param env extra environment variables of dev
 */
export async function startLive(
  prepare = (_root: string): void => {},
  env: Readonly<Record<string, string>> = {},
): Promise<LiveMeetup> {
  const root = mkdtempSync(join(tmpdir(), 'talkdeck-dev-'));
  cpSync(join(ROOT, 'content'), join(root, 'content'), { recursive: true });
  prepare(root);
  const editorLog = join(root, 'editor.log');
  // launch-editor passes line numbers only to editors whose name it knows.
  const editor = join(root, 'code');
  writeFileSync(editor, `#!/bin/sh\necho "$@" >> ${editorLog}\n`, { mode: 0o755 });
  const dev = await runDev(root, ['--port', '0'], { LAUNCH_EDITOR: editor, ...env });
  const browser: Browser = await openBrowser();
  const contexts = new Map<string, Promise<BrowserContext>>();
  const newContext = async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    await context.addInitScript(KEEP_OWN_ID);
    return context;
  };
  const contextOf = (reader: string): Promise<BrowserContext> => {
    const known = contexts.get(reader);
    const context = known ?? newContext();
    contexts.set(reader, context);
    return context;
  };
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const write = (path: string, text: string) => writeInPlace(join(root, path), text);
  return {
    root,
    dev,
    editorLog,
    read,
    write,
    async open(path, reader = '') {
      const page = await (await contextOf(reader)).newPage();
      page.setDefaultTimeout(HANGS_MS);
      const shared = page.waitForRequest(SHARED);
      await page.goto(dev.url + path);
      const [, no] = /(\d+)(?:\?|$)/.exec(path) ?? [];
      await holds(page, `window.__slidev__?.nav.currentSlideNo === ${no}`);
      const module = JSON.stringify((await shared).url());
      // Both are lost when the page reloads.
      await page.evaluate(
        `import(${module}).then(({ sharedState }) => Object.assign(window, { sharedState, mark: 'here' }))`,
      );
      return page;
    },
    async openBroken(path) {
      const page = await (await contextOf('')).newPage();
      page.setDefaultTimeout(HANGS_MS);
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
  await holds(page, `document.body.innerText.includes(${JSON.stringify(words)})`);
}

/**
 * Waits until a condition holds on a page. Playwright's waitForFunction evaluates a string, which the pages' CSP
 * forbids.
 * @param condition an expression
 */
export async function holds(page: Page, condition: string): Promise<void> {
  const deadline = performance.now() + HANGS_MS;
  // A page that is reloading cannot answer.
  while (!(await page.evaluate(`Boolean(${condition})`).catch(() => false))) {
    if (performance.now() > deadline) throw new Error(`it did not come to hold: ${condition}`);
    await delay(50);
  }
}

/** `here`, unless the page has reloaded. */
export const mark = (page: Page): Promise<unknown> => page.evaluate('window.mark');

/** Slide number and click number. */
export const place = (page: Page): Promise<unknown> =>
  page.evaluate('[__slidev__.nav.currentSlideNo, __slidev__.nav.clicks]');

/**
 * Waits until pages of a deck are all at one place and no move is still under way: a page that follows announces its
 * move too, and pulls back one that has moved on in the meantime.
 */
export async function areAt(pages: readonly Page[], slide: number, clicks: number): Promise<void> {
  await expect.poll(() => whereAre(pages)).toEqual({ agreed: [slide, clicks] });
}

/**
 * Moves pages of a deck to a click of a slide. Retries if the move is lost: Slidev knows a slide's clicks only shortly
 * after showing it, and not while it is being re-created.
 * @param pages the first one leads, once no move is under way
 */
export async function leadTo(pages: readonly Page[], slide: number, clicks: number): Promise<void> {
  const lead = async () => {
    const at = await whereAre(pages);
    if ('agreed' in at && !isDeepStrictEqual(at.agreed, [slide, clicks]))
      await pages[0]?.evaluate(`__slidev__.nav.go(${slide}, ${clicks})`);
    return at;
  };
  await expect.poll(lead).toEqual({ agreed: [slide, clicks] });
}

/** Where a page is, the last move that it knows, and the ID under which it announces its own. */
interface View {
  readonly place: unknown;
  readonly update: { readonly id: string } | null;
  readonly own: string | null;
}

/** Positions of the pages, once all agree and all have received the last move; until then the state of each. */
async function whereAre(pages: readonly Page[]): Promise<{ agreed: unknown } | { views: readonly View[] }> {
  const views = await Promise.all(
    pages.map((page) =>
      page.evaluate<View>(`({
        place: [__slidev__.nav.currentSlideNo, __slidev__.nav.clicks],
        update: sharedState.lastUpdate ?? null,
        own: window.ownId ?? null,
      })`),
    ),
  );
  const [first] = views;
  const areSettled = views.every(
    ({ place, update, own }) =>
      isDeepStrictEqual(place, first?.place) &&
      // Two that move at once have each received the other's move.
      (update?.id !== own || views.every((other) => isDeepStrictEqual(other.update, update))),
  );
  return areSettled ? { agreed: first?.place } : { views };
}

/** Records the ID under which a page announces its moves, and holds them back while `heldMoves` is a list. */
const KEEP_OWN_ID = `{
  const ask = window.fetch;
  window.fetch = async (url, options) => {
    if (String(url).includes('@server-reactive/nav') && options?.method === 'POST') {
      window.ownId ??= JSON.parse(options.body).data?.lastUpdate?.id;
      if (window.heldMoves) return new Promise((answer) => heldMoves.push(() => ask(url, options).then(answer)));
    }
    return ask(url, options);
  };
}`;

/** Slows down the network for a page's moves. */
export async function holdMoves(page: Page): Promise<{ until(): Promise<void>; letGo(): Promise<unknown> }> {
  await page.evaluate('window.heldMoves = []');
  return {
    /** Resolves when it has sent one. */
    until: () => holds(page, 'heldMoves.length > 0'),
    /** Resolves when the server has them all. */
    letGo: () =>
      page.evaluate('{ const held = heldMoves; heldMoves = null; Promise.all(held.map((send) => send())); }'),
  };
}

/** Overwrites without truncating first as `writeFile` does: on a busy machine the empty file would be read. */
function writeInPlace(path: string, text: string): void {
  const file = openSync(path, constants.O_WRONLY | constants.O_CREAT);
  try {
    ftruncateSync(file, writeSync(file, text));
  } finally {
    closeSync(file);
  }
}

async function listen(url: string): Promise<Heard> {
  const stopped = new AbortController();
  const response = await fetch(`${url}@talkdeck/events`, { signal: stopped.signal });
  const states: DevState[] = [];
  const waiting = new Set<() => void>();
  const hear = (event: string) => {
    const [, name, data] = /^event: (state|change)\ndata: (.*)$/m.exec(event) ?? [];
    const last = states.at(-1);
    if (name === 'state' && data) states.push(JSON.parse(data) as DevState);
    if (name === 'change' && data && last) states.push(applyChange(last, JSON.parse(data) as StateChange));
    for (const look of waiting) look();
  };
  void (async () => {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) hear(event);
    }
  })().catch(() => {});
  const until = (isSuch: (state: DevState) => boolean) =>
    new Promise<DevState>((resolve) => {
      const look = () => {
        const last = states.at(-1);
        if (!last || !isSuch(last)) return;
        waiting.delete(look);
        resolve(last);
      };
      waiting.add(look);
      look();
    });
  await until(() => true);
  return { states, until, stop: () => stopped.abort() };
}
