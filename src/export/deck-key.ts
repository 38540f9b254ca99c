import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { contentDigest, digestOf, installedStamp, themeSignature } from '../base/changed.ts';
import { installedPackages } from '../base/packages.ts';
import { findFirstBrowser } from '../print/browser/find-browser.ts';
import type { PrintAsset, PrintableDeck, Product } from '../print/types.ts';

/** Increase it when the same input gives different bytes for a reason that no digest covers. */
const FORMAT = 1;

/**
 * Digest of everything that a product of a deck depends on.
 *
 * @param assets those that the deck shows, and those that all decks depend on
 * @param environment see `environmentOf`
 */
export function deckKey(
  { origins: _, ...deck }: PrintableDeck,
  product: Product | { readonly kind: 'web' },
  assets: readonly AssetDigest[],
  environment: string,
): string {
  const parts = [FORMAT, environment, product, deck, assets.map(({ path, digest }) => [path, digest])];
  return digestOf(JSON.stringify(parts), 'hex').slice(0, 40);
}

/** A file shown by decks, with the digest of its content. */
interface AssetDigest {
  readonly path: string;
  readonly digest: string;
}

/** Reads each asset only once for all decks and products: fonts are large. */
export function digestAssets(assets: readonly PrintAsset[]): readonly AssetDigest[] {
  return assets.map(({ path, bytes }) => ({
    path,
    digest: digestOf(bytes),
  }));
}

/**
 * Returns the assets that affect a deck: those named in its text, and those named by no deck, such as the style sheet
 * and fonts.
 */
export function assetsOf<A extends { readonly path: string }>(
  decks: readonly PrintableDeck[],
  assets: readonly A[],
): (deck: PrintableDeck) => readonly A[] {
  const texts = new Map(decks.map(({ text }) => [text, plainAddresses(text)]));
  const named = new Set(
    assets
      .filter(({ path }) => [...texts.values()].some((text) => text.includes(path)))
      .map(({ path }) => path),
  );
  return ({ text }) => {
    const plain = texts.get(text) ?? plainAddresses(text);
    return assets.filter(({ path }) => !named.has(path) || plain.includes(path));
  };
}

/** A deck's text with the paths in it as they are: pictures are named in HTML, in entities (render/inert.ts). */
function plainAddresses(text: string): string {
  return text.replaceAll(/&#(\d{1,7});/g, (entity, code: string) =>
    Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : entity,
  );
}

const CODE = fileURLToPath(new URL('..', import.meta.url));
/** Computed once: the code is already loaded, so later changes of its files do not matter. */
let ownCode: string | undefined;

/**
 * Digest of everything except the decks that affects prints: our own code, the theme, the versions of all packages, and
 * the browser.
 *
 * @param themeFolder absolute
 * @param browserPath if the user named one
 */
export function environmentOf(themeFolder: string, browserPath: string | undefined): string {
  ownCode ??= contentDigest([CODE]);
  return [ownCode, contentDigest([themeFolder]), installedPackages(), browser(browserPath)].join(' ');
}

/**
 * Like `environmentOf`, but also changes if the theme is touched: two equal ones mean that nothing was edited in
 * between, not even edited and undone.
 */
export function signEnvironment(themeFolder: string, browserPath: string | undefined): string {
  return `${themeSignature([themeFolder])} ${environmentOf(themeFolder, browserPath)}`;
}

/**
 * Identifies the browser that would be started. Starting it just for its version would take longer than everything
 * else.
 */
function browser(browserPath: string | undefined): string {
  const first = findFirstBrowser(browserPath);
  if (!first) return '';
  try {
    const path = realpathSync(first.name);
    const [size, mtimeMs] = installedStamp(path);
    // A script that starts the browser contains its path.
    const script = size < 64_000 ? readFileSync(path).toString('base64') : '';
    return `${path} ${size} ${mtimeMs} ${script}`;
  } catch {
    return first.name; // It comes from an npm package, whose version is known.
  }
}
