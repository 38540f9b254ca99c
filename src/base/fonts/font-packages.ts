import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FamilyName } from './tables.ts';

/** Optional packages with the fonts of one language each, 54 to 82 MB. A meetup that needs one installs it. */
export const FONT_PACKAGES = [
  '@fontsource/noto-sans-jp',
  '@fontsource/noto-sans-kr',
  '@fontsource/noto-sans-tc',
] as const;
export type FontPackage = (typeof FONT_PACKAGES)[number];

/** Version that the tables of characters and widths were made from; the same as in package.json. */
export const FONT_VERSION = '5.3.0';

/** The optional package of a family; null if talkdeck bundles it. */
export function fontPackageOf(family: FamilyName): FontPackage | null {
  const [, region] = /^Noto Sans (JP|KR|TC)\b/.exec(family) ?? [];
  return FONT_PACKAGES.find((name) => name.endsWith(`-${region?.toLowerCase()}`)) ?? null;
}

/** Absolute folders of the installed packages. */
export type FontFolders = Readonly<Partial<Record<FontPackage, string>>>;

const OWN = dirname(fileURLToPath(import.meta.url));

/**
 * The font packages available to a meetup: in its own node_modules or above, or installed with talkdeck, as in a
 * workspace.
 * @param root absolute
 */
export function fontFolders(root: string): FontFolders {
  const found = FONT_PACKAGES.flatMap((name) => {
    const folder = packageFolder(root, name) ?? packageFolder(OWN, name);
    return folder === null ? [] : [[name, folder] as const];
  });
  return Object.fromEntries(found);
}

export function installedFonts(root: string): readonly FontPackage[] {
  const folders = fontFolders(root);
  return FONT_PACKAGES.filter((name) => folders[name] !== undefined);
}

/** Where Node would find a package, starting from a folder; null if it is not installed. */
export function packageFolder(from: string, name: string): string | null {
  const folders = createRequire(join(from, 'index.js')).resolve.paths(name) ?? [];
  return folders.map((folder) => join(folder, name)).find((folder) => existsSync(folder)) ?? null;
}
