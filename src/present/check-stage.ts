import type { Browser, Page } from 'playwright-core';
import type { Project } from '../base/project.ts';
import { temporaryFolder } from '../base/temporary-folder.ts';
import { compile } from '../build/compile.ts';
import { withBrowser } from '../print/browser/with-browser.ts';
import type { PrintProgress } from '../print/types.ts';
import { gateOf, makePassword } from '../server/check-request.ts';
import { listen } from '../server/listen.ts';
import { startBundler } from '../slidev/bundle/start-bundler.ts';
import type { Manifest } from './manifest.ts';
import type { Check, CheckName } from './pages/words.ts';
import { stageRoutes } from './stage-routes.ts';
import { isSound, type SessionListener, stageSession } from './stage-session.ts';

/** Result of one check in a headless browser. */
export interface LookedAt extends Omit<Check, 'name' | 'isGood'> {
  readonly name: CheckName | 'offline';
  /** Unknown is what only the browser of the evening can tell. */
  readonly state: 'good' | 'todo' | 'unknown';
}

export interface StageCheck {
  /** Such as `Chromium 150.0.7871.100`. */
  readonly browser: string;
  readonly lines: readonly LookedAt[];
}

export interface StageCheckOptions {
  /** By default one is searched for. */
  readonly browserPath?: string;
  readonly signal: AbortSignal;
  onProgress(event: PrintProgress): void;
  checked: SessionListener['checked'];
}

/** What a headless browser cannot tell about the one used on the evening. */
const UNKNOWN: ReadonlySet<string> = new Set<CheckName>(['wakeLock', 'secondScreen']);
const HOST = '127.0.0.1';
/** Time limit for a browser to fetch everything, in milliseconds. */
const LONGEST_MS = 300_000;

/**
 * Builds the evening, opens it in a headless browser that reaches only this machine, runs the checks of the presenter's
 * list "Ready?", and then shows every slide without the server.
 * @returns null if content/ has errors, which `checked` receives; then nothing else is checked
 * @throws CliError if there is no browser, or the theme or a slide cannot be built
 */
export async function checkStage(project: Project, options: StageCheckOptions): Promise<StageCheck | null> {
  const compiled = compile(project);
  options.checked(compiled.findings);
  if (!isSound(compiled)) return null;
  return withBrowser({ ...options, reaches: 'localhost' }, async (browser, signal) => {
    const [bundler, temporary] = [startBundler(), await temporaryFolder()];
    const listener = { checked() {}, ready() {}, offered() {}, failed() {} };
    const session = stageSession(project, { bundler, root: temporary.path }, listener);
    try {
      options.onProgress({ stage: 'bundle', done: 0, total: slidesOf(compiled.value) });
      await session.build(compiled);
      signal.throwIfAborted();
      const manifest = session.latest()?.manifest;
      if (!manifest) throw new Error('nothing was built');
      const gate = gateOf(HOST, makePassword);
      const server = await listen(stageRoutes(session), { host: HOST, port: 0, gate });
      try {
        return await look(await browser, manifest, server.port, () => server.close());
      } finally {
        await server.close();
      }
    } finally {
      session.relay.close();
      await bundler.dispose();
      await temporary.dispose();
    }
  });
}

function slidesOf({
  decks,
}: {
  readonly decks: readonly { readonly deck: { readonly slides: readonly unknown[] } }[];
}) {
  return decks.reduce((sum, { deck }) => sum + deck.slides.length + 1, 0);
}

/** @param stop ends the server */
async function look(
  browser: Browser,
  manifest: Manifest,
  port: number,
  stop: () => Promise<void>,
): Promise<StageCheck> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  context.setDefaultTimeout(LONGEST_MS);
  const page = await context.newPage();
  await page.goto(`http://localhost:${port}/`);
  await isReady(page);
  const found = await page.evaluate<readonly Check[]>(
    `import('/stage/readiness.js').then(({ checkEvening }) => checkEvening(${JSON.stringify(manifest)}, [], null))`,
  );
  await stop();
  await page.reload();
  await isReady(page);
  const lost = await page.evaluate<readonly number[]>(
    `import('/stage/walk.js').then(({ walk }) => walk(${manifest.slides.length}))`,
  );
  const lines = found.map(({ isGood, ...check }): LookedAt => {
    const unknown = UNKNOWN.has(check.name);
    return { ...check, state: unknown ? 'unknown' : isGood ? 'good' : 'todo' };
  });
  const faults = lost.map((no) => nameOf(manifest, no));
  const offline: LookedAt = {
    name: 'offline',
    count: manifest.slides.length,
    faults,
    state: faults.length === 0 ? 'good' : 'todo',
  };
  const at = lines.findIndex(({ name }) => name === 'kept') + 1;
  return {
    browser: `${browser.browserType().name() === 'chromium' ? 'Chromium' : 'Browser'} ${browser.version()}`,
    lines: [...lines.slice(0, at), offline, ...lines.slice(at)],
  };
}

function isReady(page: Page): Promise<unknown> {
  return page.waitForSelector('html[data-ready]', { state: 'attached' });
}

/** A slide as people refer to it: the deck, and its page there. */
function nameOf({ decks, slides }: Manifest, no: number): string {
  const deck = decks[slides[no - 1]?.deck ?? -1];
  return deck ? `${deck.slug} ${no - deck.first + 1}` : String(no);
}
