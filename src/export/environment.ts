import { readFileSync, realpathSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { contentDigest } from '../base/changed.ts';
import { installedPackages } from '../installed-packages.ts';
import { findFirstBrowser } from '../print/find-browser.ts';

const CODE = fileURLToPath(new URL('..', import.meta.url));
/** It is loaded once: what becomes of its files meanwhile does not matter. */
let ownCode: string | undefined;

/**
 * Digest of everything but the decks that shapes what is printed: our own code, the theme, the versions of all
 * packages, and the browser.
 *
 * @param themeFolder absolute
 * @param browserPath as the user named it, if so
 */
export function environmentOf(themeFolder: string, browserPath: string | undefined): string {
  ownCode ??= contentDigest([CODE]);
  return [ownCode, contentDigest([themeFolder]), installedPackages(), browser(browserPath)].join(' ');
}

/** Which one would be started: starting it only to ask for its version takes longer than the rest. */
function browser(browserPath: string | undefined): string {
  const first = findFirstBrowser(browserPath);
  if (!first) return '';
  try {
    const path = realpathSync(first.name);
    const { size, mtimeMs } = statSync(path);
    // A script that starts the browser says where that is.
    const script = size < 64_000 ? readFileSync(path).toString('base64') : '';
    return `${path} ${size} ${mtimeMs} ${script}`;
  } catch {
    return first.name; // Comes through npm, which has its version.
  }
}
