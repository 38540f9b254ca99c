import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { unpackBrowser } from './unpack-browser.ts';

/** A browser that may exist on this machine. */
export interface BrowserCandidate {
  /** For messages: its path, or the name of its package. */
  readonly name: string;
  /** How the user named it; such a browser is used or reported, never skipped. Null if it was found. */
  readonly givenBy: '--browser' | 'CHROME_PATH' | null;
  /** May unpack it. Throws if it is not available. */
  locate(): Promise<{ path: string; env?: Readonly<Record<string, string>> }>;
}

const NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chrome',
  'msedge',
];

/** Where installers put browsers, in order of preference; `env` expands the Windows folders. */
function wellKnownPaths(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    const roots = ['/Applications', ...(env.HOME ? [join(env.HOME, 'Applications')] : [])];
    return roots.flatMap((root) => apps.map((app) => `${root}/${app}.app/Contents/MacOS/${app}`));
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    const apps = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    return apps.flatMap((app) => roots.flatMap((root) => (root ? [join(root, app)] : [])));
  }
  return [
    '/opt/google/chrome/chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/opt/microsoft/msedge/msedge',
  ];
}

/**
 * Lists the browsers to try, in this order: the one that the user named, installed ones (by PATH, then in the usual
 * places), Playwright's own download, and @sparticuz/chromium from npm (Linux x64). Apart from the named one, only
 * existing ones are listed.
 */
export function findBrowsers(
  browserPath?: string,
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): BrowserCandidate[] {
  return [...candidates(browserPath, env, platform)];
}

/** The browser to try first; takes a few milliseconds if one is installed. */
export function findFirstBrowser(browserPath?: string): BrowserCandidate | null {
  for (const candidate of candidates(browserPath, process.env, process.platform)) return candidate;
  return null;
}

function* candidates(
  browserPath: string | undefined,
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): Generator<BrowserCandidate> {
  const given = browserPath || env.CHROME_PATH;
  if (given) {
    const givenBy = browserPath ? '--browser' : 'CHROME_PATH';
    yield { name: given, givenBy, locate: async () => ({ path: given }) };
    return;
  }
  const seen = new Set<string>();
  for (const path of knownPaths(env, platform)) {
    if (path === '' || !existsSync(path)) continue;
    const real = realpathSync(path); // On many systems /bin is /usr/bin.
    if (seen.has(real)) continue;
    seen.add(real);
    yield { name: path, givenBy: null, locate: async () => ({ path }) };
  }
  if (platform === 'linux' && process.arch === 'x64') {
    yield { name: '@sparticuz/chromium', givenBy: null, locate: () => unpackBrowser(env) };
  }
}

function* knownPaths(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Generator<string> {
  const suffix = platform === 'win32' ? '.exe' : '';
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  yield* NAMES.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
  yield* wellKnownPaths(platform, env);
  yield playwrightPath();
}

/** Loaded on demand, because it takes a while. */
function playwrightPath(): string {
  try {
    const require = createRequire(import.meta.url);
    const { chromium } = require('playwright-core') as typeof import('playwright-core');
    return chromium.executablePath();
  } catch {
    return ''; // Playwright has no browser for this platform.
  }
}
