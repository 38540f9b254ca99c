import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, LaunchOptions } from 'playwright-core';
import { childEnvironment } from '../../base/child-environment.ts';
import { CliError, inEnglish, type Wording, wording } from '../../base/errors.ts';
import { type TemporaryFolder, temporaryFolder } from '../../base/temporary-folder.ts';
import type { BrowserCandidate } from './find-browser.ts';
import { CONTEXT_OPTIONS } from './open-page.ts';

/**
 * Features of Chromium that printing does not need. A browser takes only one such list, so Playwright's own comes
 * first (a test compares them with what Playwright passes).
 */
export const DISABLED_FEATURES = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
  // The address bar's menus: two hidden pages per window, as much work as a deck.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];

const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${DISABLED_FEATURES}`,
  // Places glyphs as printed, the same on every machine.
  '--font-render-hinting=none',
];

/** Resolves no host: everything printed comes from the disk (see serve-folder.ts). */
const NOWHERE = 'MAP * ~NOTFOUND';
/** Resolves only servers of this machine. */
const HERE = `${NOWHERE}, EXCLUDE localhost`;

const LAUNCH_TIMEOUT_MS = 30_000;

/**
 * Starts the first browser that works. The caller closes it.
 *
 * @param temporary folder for everything that the browser writes, so that removing it removes everything, even if this
 * process was killed
 * @param reaches what the browser can reach besides files
 * @throws BrowserLaunchError if the user named a browser and it does not start; BrowserNotFoundError if there is none;
 * the reason of `signal` when aborted.
 */
export async function launchBrowser(
  candidates: readonly BrowserCandidate[],
  signal: AbortSignal,
  temporary: string,
  reaches: 'nothing' | 'localhost' = 'nothing',
): Promise<Browser> {
  const tried: { readonly name: string; readonly reason: Wording }[] = [];
  for (const candidate of candidates) {
    signal.throwIfAborted();
    try {
      const browser = await launch(candidate, temporary, reaches === 'nothing' ? NOWHERE : HERE);
      if (!signal.aborted) return browser;
      await browser.close();
    } catch (error) {
      const reason = shortReason(error);
      if (candidate.givenBy) throw new BrowserLaunchError(candidate.name, candidate.givenBy, reason);
      tried.push({ name: candidate.name, reason });
    }
  }
  signal.throwIfAborted();
  throw new BrowserNotFoundError(tried);
}

/** A browser that was tried, and why it was not used. */
interface TriedBrowser {
  /** A path, or the name of a package. */
  readonly name: string;
  readonly reason: string;
}

/** No browser could be started. */
export class BrowserNotFoundError extends CliError {
  override readonly name = 'BrowserNotFoundError';
  readonly tried: readonly TriedBrowser[];

  constructor(tried: readonly { readonly name: string; readonly reason: Wording }[]) {
    const lines = tried.map(({ name, reason }) => wording`\n  ${name}: ${reason}`);
    super(
      lines.reduce(
        (before, line) => wording`${before}${line}`,
        lines.length > 0
          ? wording`No usable Chrome, Chromium or Edge was found. Tried:`
          : wording`No usable Chrome, Chromium or Edge was found.`,
      ),
      wording`Install one of them, or name one with --browser PATH or the CHROME_PATH environment variable.`,
    );
    this.tried = tried.map(({ name, reason }) => ({ name, reason: inEnglish(reason) }));
  }
}

/** The browser that the user named cannot be started. */
export class BrowserLaunchError extends CliError {
  override readonly name = 'BrowserLaunchError';
  readonly path: string;

  /** @param source how the user named it: `--browser` or `CHROME_PATH` */
  constructor(path: string, source: string, reason: Wording) {
    super(
      wording`The browser given with ${source} cannot be started: ${path} (${reason}).`,
      wording`Name the program of a Chrome, Chromium or Edge, or leave ${source} out: then one is looked for.`,
    );
    this.path = path;
  }
}

/** Room in shared memory beyond what slides full of large pictures need. */
const ROOM_BYTES = 2 ** 30;

/**
 * Playwright's arguments that are left out. What a browser's processes share it puts into files of the temporary
 * folder, since the shared memory of many containers has 64 MB; where there is room, memory is faster.
 */
export function argumentsLeftOut(memory = '/dev/shm'): string[] {
  if (process.platform !== 'linux') return [];
  try {
    accessSync(memory, constants.W_OK | constants.X_OK);
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize < ROOM_BYTES ? [] : ['--disable-dev-shm-usage'];
  } catch {
    return [];
  }
}

/** Maximum path length of the temporary folder, in which a browser puts its socket. */
const LONGEST_FOLDER = 60;

/**
 * A private folder like temporaryFolder's. If the system's temporary folder has a long path, it is reached through a
 * short link in /tmp, if that is writable; the files are still where the system wants them.
 * @throws CliError if none can be made
 */
export async function shortFolder(): Promise<TemporaryFolder> {
  const folder = await temporaryFolder();
  if (process.platform !== 'linux' || folder.path.length <= LONGEST_FOLDER) return folder;
  const way = await temporaryFolder('/tmp').catch(() => null);
  if (!way) return folder;
  const path = join(way.path, 'tmp');
  const dispose = async () => {
    await way.dispose();
    await folder.dispose();
  };
  try {
    await symlink(folder.path, path);
    return { path, dispose };
  } catch {
    await way.dispose();
    return folder;
  }
}

async function launch(candidate: BrowserCandidate, temporary: string, rules: string): Promise<Browser> {
  const { path, env } = await candidate.locate();
  if (!existsSync(path)) throw new CliError(wording`no such file`);
  const isShort = temporary.length <= LONGEST_FOLDER;
  const own = isShort && process.platform === 'linux' ? { TMPDIR: temporary } : {};
  const start = (chromiumSandbox: boolean) =>
    startIn(temporary, {
      executablePath: path,
      headless: true,
      args: [...ARGS, `--host-resolver-rules=${rules}`],
      ignoreDefaultArgs: argumentsLeftOut(),
      chromiumSandbox,
      env: childEnvironment({ ...own, ...env }),
      timeout: LAUNCH_TIMEOUT_MS,
      // The caller handles signals; the browser ends with the pipe to this process anyway.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  // Chromium refuses to run as root in its sandbox, and some containers lack the user namespaces for it.
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  // Once in hundreds of starts a browser crashes; a second attempt succeeds.
  return start(!isRoot).catch((error: unknown) => {
    if (isRoot && shortReason(error) !== ENDED) throw error;
    return start(false);
  });
}

/** Playwright puts profiles in the temporary folder, where nothing shows who owns them. */
async function startIn(folder: string, options: LaunchOptions): Promise<Browser> {
  // Loading takes half a second, during which bundling can begin. With `import`, Node would first search its seven
  // megabytes for export names, which takes as long again.
  const { chromium } = createRequire(import.meta.url)('playwright-core') as typeof import('playwright-core');
  const own = { ...options, ...CONTEXT_OPTIONS, artifactsDir: folder };
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), own);
  const browser = context.browser();
  if (!browser) throw new CliError(wording`the browser has no connection`);
  return browser;
}

const ENDED: Wording = wording`it ended at once`;

/** Playwright's message contains a long log; the user needs the reason. */
function shortReason(error: unknown): Wording {
  if (error instanceof CliError) return error.worded.message;
  const message = error instanceof Error ? error.message : String(error);
  const lines = message.split('\n').map((line) => line.trim());
  const missing = lines.find((line) => line.includes('error while loading shared libraries'));
  if (missing) {
    return wording`${missing.replace(/^.*error while loading/, 'error while loading').slice(0, 200)}`;
  }
  if (/\bEACCES\b|\bENOEXEC\b/.test(message)) return wording`not an executable file`;
  if (/has been closed/.test(lines[0] ?? '')) return ENDED;
  return wording`${(lines[0] ?? '').replace(/^browserType\.launchPersistentContext: /, '').slice(0, 200)}`;
}
