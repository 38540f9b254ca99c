import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOfAll } from '../../base/changed.ts';
import { FILE_LIMITS, type ReadRules, readFile } from '../../base/read-file.ts';
import { borrowedPackages, type SlidevOptions } from '../options.ts';
import { forAllSlides, styleBeside } from './beside-shell.ts';
import { modulePlace } from './shell.ts';

/** Our own code in src/slidev/. */
const OWN = dirname(dirname(fileURLToPath(import.meta.url)));
/** Folders that Slidev looks for beside the slides. */
const FOLDERS = ['components', 'layouts', 'setup', 'styles'];
/** Files that it and Vite may look for there: code, styles and settings. */
const FILES = /^[^.].*\.(?:css|html|json|vue|[cm]?[jt]sx?)$/;
const URL_IN_CSS = /url\(["']?([^"')]+)/g;

/**
 * Key of the shell for these slides. It depends on our code, the theme's files, code and styles beside the slides (not
 * their images and other data), and the deck settings that shape the client. Title, author and everything else that the
 * client reads from its configuration come with the slides.
 */
export function shellKey(options: SlidevOptions): string {
  const { data, utils, themeRoots, addonRoots, userRoot, fontFolders = {}, purpose } = forAllSlides(options);
  const { fonts, addons } = data.config;
  const style = styleBeside(options);
  const own = readdirSync(userRoot, { withFileTypes: true })
    .filter((entry) => (entry.isDirectory() ? FOLDERS.includes(entry.name) : FILES.test(entry.name)))
    // Links to folders are not followed: a checkout may contain one to any folder of the machine.
    .flatMap(({ name }) => filesOf(join(userRoot, name), lstatSync))
    .filter((path) => path.replaceAll('\\', '/') !== style);
  const theirs = [OWN, ...themeRoots, ...addonRoots].flatMap((root) => filesOf(root, statSync));
  const ofSlides: ReadRules = { place: { within: userRoot }, limit: FILE_LIMITS.other };
  // For example, the organiser's fonts.
  const named = own
    .filter((path) => path.endsWith('.css'))
    .flatMap((path) => [...read(path, ofSlides).toString('utf8').matchAll(URL_IN_CSS)])
    .map(([, url = '']) => join(userRoot, url));
  const packages = themeRoots.map((root) => borrowedPackages(root, fontFolders));
  const settings = [process.versions.node, purpose, themeRoots, addonRoots, addons, packages];
  const contentOf = (path: string, rules: ReadRules) => [modulePlace(path, userRoot), read(path, rules)];
  const parts = [
    JSON.stringify([...settings, fonts, data.features.katex, utils.define]),
    ...theirs.flatMap((path) => contentOf(path, { place: 'anywhere', limit: FILE_LIMITS.other })),
    ...[...own.sort(), ...named].flatMap((path) => contentOf(path, ofSlides)),
  ];
  return digestOfAll(parts, 'hex').slice(0, 32);
}

/**
 * Files that tell whether modules have changed: for a module of a package its package.json, which contains the version;
 * else the module itself. Sorted, without duplicates.
 *
 * @param ids of modules, including virtual ones
 */
export function sourceFiles(ids: readonly string[]): string[] {
  const found = new Map<string, string>();
  const files = ids.flatMap((id) => {
    const path = id.replace(/[?#].*$/, '');
    if (!isAbsolute(path) || !existsSync(path)) return [];
    return path.includes('/node_modules/') ? [packageOf(dirname(path), found)] : [path];
  });
  return [...new Set(files)].sort();
}

/**
 * The files of a folder, recursively, or the file itself.
 * @param look `statSync` to follow links to folders, except back into a parent; `lstatSync` not to
 * @param within real paths of the parents
 */
function filesOf(
  path: string,
  look: typeof statSync | typeof lstatSync,
  within: readonly string[] = [],
): string[] {
  if (!look(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  const real = realpathSync.native(path);
  if (within.includes(real)) return [];
  const names = readdirSync(path).filter((name) => name !== 'node_modules');
  return names.sort().flatMap((name) => filesOf(join(path, name), look, [...within, real]));
}

/** Empty if the file is missing, not a regular file, or outside its allowed place: no shell is made from it. */
function read(path: string, rules: ReadRules): Buffer {
  const file = readFile(path, rules);
  return file.state === 'ok' ? file.value : Buffer.of();
}

/** Folders inside a package may have a package.json without a version, which only sets the module type. */
function packageOf(folder: string, found: Map<string, string>): string {
  const known = found.get(folder);
  if (known !== undefined) return known;
  const isRoot = /\/node_modules\/(?:@[^/]+\/)?[^/]+$/.test(folder);
  const file = isRoot ? join(folder, 'package.json') : packageOf(dirname(folder), found);
  found.set(folder, file);
  return file;
}
