import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import type { Browser } from 'playwright-core';
import { bundleDecks } from '../slidev/bundle-decks.ts';
import type { Bundle, BundleJob } from '../slidev/bundle-job.ts';
import { PrintPageError } from './await-slides.ts';
import { findBrowsers } from './find-browser.ts';
import { launchBrowser } from './launch-browser.ts';
import type { SlideProblem } from './page-audit.ts';
import { printBundle } from './print-bundle.ts';
import type { Origin, PrintAsset, PrintableDeck, PrintOptions, PrintResult, SlideFailure } from './types.ts';

export type * from './types.ts';

const DEFAULT_TIMEOUT_MS = 60_000;

/**
 * Prints all decks as PDF files through one Vite bundle and one browser. No request leaves the machine, and
 * nothing is left behind: no process, no temporary folder.
 *
 * A deck with a failed slide is not among `printed`; the others are.
 *
 * @throws BrowserNotFoundError, BrowserLaunchError: there is no browser, or the given one does not start
 * @throws BundleError: the theme does not build; PrintPageError: the page as a whole does not show
 * @throws RangeError when slugs are not unique, or an asset's path leaves the folder
 * @throws the reason of `signal` when it aborts
 */
export async function printDecks(options: PrintOptions): Promise<PrintResult> {
  const { decks, assets, themeRoot, signal } = options;
  signal?.throwIfAborted();
  if (new Set(decks.map(({ slug }) => slug)).size < decks.length)
    throw new RangeError('two decks have one slug');
  if (decks.length === 0) return { printed: [], failures: [], blocked: [] };
  const root = await realpath(await mkdtemp(join(tmpdir(), 'talkdeck-')));
  try {
    const job: BundleJob = { root, themeRoot, decks: decks.map(describe) };
    await writeSources(root, decks, assets);
    const { bundle, browser } = await prepare(job, options);
    return await print(browser, bundle, options);
  } finally {
    await rm(root, { recursive: true, force: true, maxRetries: 5 });
  }
}

function describe({ title, lang, accent }: PrintableDeck, index: number): BundleJob['decks'][number] {
  // A slug may hold characters that mean something in Slidev's imports; a number does not.
  return { file: `talkdeck-${index + 1}.md`, title, lang, accent };
}

async function writeSources(
  root: string,
  decks: readonly PrintableDeck[],
  assets: readonly PrintAsset[],
): Promise<void> {
  for (const { path, bytes } of assets) {
    const file = resolve(root, path);
    if (!file.startsWith(root + sep))
      throw new RangeError(`the asset "${path}" is outside of the decks' folder`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  await Promise.all(decks.map((deck, index) => writeFile(join(root, describe(deck, index).file), deck.text)));
}

/** Bundles while the browser starts. When one of them fails, the other is stopped. */
async function prepare(
  job: BundleJob,
  { browserPath, onProgress, signal }: PrintOptions,
): Promise<{ bundle: Bundle; browser: Browser }> {
  const failure = new AbortController();
  const either = signal ? AbortSignal.any([signal, failure.signal]) : failure.signal;
  const run = async <T>(stage: 'bundle' | 'browser', work: Promise<T>): Promise<T> => {
    onProgress?.({ stage, done: 0, total: 1 });
    try {
      const result = await work;
      onProgress?.({ stage, done: 1, total: 1 });
      return result;
    } catch (error) {
      failure.abort(error);
      throw error;
    }
  };
  const [bundle, browser] = await Promise.allSettled([
    run('bundle', bundleDecks(job, either)),
    run('browser', launchBrowser(findBrowsers(browserPath), either)),
  ]);
  if (bundle.status === 'fulfilled' && browser.status === 'fulfilled') {
    return { bundle: bundle.value, browser: browser.value };
  }
  if (browser.status === 'fulfilled') await browser.value.close();
  signal?.throwIfAborted();
  throw failure.signal.reason; // what failed first
}

/** Closes the browser, in any case. */
async function print(
  browser: Browser,
  bundle: Bundle,
  { decks, signal, onProgress, timeoutMs = DEFAULT_TIMEOUT_MS }: PrintOptions,
): Promise<PrintResult> {
  const total = decks.length;
  // Kept: a second call of `close` does not wait for the first one, which removes the browser's profile.
  let closing: Promise<void> | undefined;
  const stop = () => {
    closing ??= browser.close();
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    signal?.throwIfAborted();
    onProgress?.({ stage: 'print', done: 0, total });
    const { printed, problems, blocked } = await printBundle(browser, bundle, decks, timeoutMs, (done) =>
      onProgress?.({ stage: 'print', done, total }),
    );
    return { printed, failures: problems.map((problem) => locate(problem, bundle, decks)), blocked };
  } catch (error) {
    signal?.throwIfAborted(); // Closing the browser made the error.
    throw explainBrowser(error);
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
    await closing;
  }
}

/** The browser crashed, ran out of memory or hangs: nothing that a stack trace would help with. */
function explainBrowser(error: unknown): unknown {
  const { message = '' } = error as Partial<Error>;
  if (!/^(?:page|browser|browserContext)\.\w+: /.test(message)) return error;
  const [line = ''] = message.split('\n');
  return new PrintPageError(
    `The browser stopped while printing (${line}).`,
    'Try once more, with fewer other programs open, or with another browser: --browser PATH.',
    { cause: error },
  );
}

/** From a slide of the bundle to a slide of its deck and the line that it was made from. */
function locate(problem: SlideProblem, bundle: Bundle, decks: readonly PrintableDeck[]): SlideFailure {
  const { slide, kind, detail } = problem;
  const place = bundle.slides[slide];
  const deck = place && decks[place.deck];
  if (!deck) throw new RangeError(`the bundle has no slide ${slide}`);
  const { slug, origins } = deck;
  // A template that makes more slides than the model knows still gets an answer near to the truth.
  const origin: Origin = origins[place.index] ?? origins.at(-1) ?? { file: `slides/${slug}.md`, line: 1 };
  return { slug, slide: place.index + 1, origin, kind, detail };
}
