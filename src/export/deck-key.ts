import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { contentDigest, installedStamp, themeSignature } from '../base/changed.ts';
import { installedPackages } from '../base/packages.ts';
import { findFirstBrowser } from '../print/browser/find-browser.ts';
import type { PrintAsset, PrintableDeck, Product } from '../print/types.ts';

/** To be raised when the same input gives other bytes for a reason that no digest covers. */
const FORMAT = 1;

/**
 * What a product of a deck depends on, as one digest: where it is the same, so is the product.
 *
 * @param assets those that the deck shows, and those that every deck depends on
 * @param environment see environmentOf
 */
export function deckKey(
  { origins: _, ...deck }: PrintableDeck,
  product: Product,
  assets: readonly AssetDigest[],
  environment: string,
): string {
  const parts = [FORMAT, environment, product, deck, assets.map(({ path, digest }) => [path, digest])];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40);
}

/** A file that decks show, by what is in it. */
interface AssetDigest {
  readonly path: string;
  readonly digest: string;
}

/** Reads each asset once, however many decks and products depend on it: fonts are large. */
export function digestAssets(assets: readonly PrintAsset[]): readonly AssetDigest[] {
  return assets.map(({ path, bytes }) => ({
    path,
    digest: createHash('sha256').update(bytes).digest('base64url'),
  }));
}

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

/**
 * As environmentOf, and whether the theme was touched: where two of them are the same, nothing was edited in between,
 * nor edited and undone.
 */
export function signEnvironment(themeFolder: string, browserPath: string | undefined): string {
  return `${themeSignature([themeFolder])} ${environmentOf(themeFolder, browserPath)}`;
}

/** Which one would be started: starting it only to ask for its version takes longer than the rest. */
function browser(browserPath: string | undefined): string {
  const first = findFirstBrowser(browserPath);
  if (!first) return '';
  try {
    const path = realpathSync(first.name);
    const [size, mtimeMs] = installedStamp(path);
    // A script that starts the browser says where that is.
    const script = size < 64_000 ? readFileSync(path).toString('base64') : '';
    return `${path} ${size} ${mtimeMs} ${script}`;
  } catch {
    return first.name; // Comes through npm, which has its version.
  }
}
