import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { contentDigest } from './changed.ts';

/** The `node_modules` folder that contains Slidev; absolute. */
export function packagesFolder(): string {
  const manifest = createRequire(import.meta.url).resolve('@slidev/cli/package.json');
  return join(manifest, '..', '..', '..');
}

/** Our own modules: `dist/`, or `src/` when running from source. */
const OWN = new URL('..', import.meta.url).href;

/**
 * URL of a compiled file of ours, even when running from source, as in tests: with a TypeScript loader, processes and
 * threads take several times as long to start.
 *
 * @param path relative to the caller
 * @param caller its `import.meta.url`
 */
export function compiledFile(path: string, caller: string): URL {
  const { href } = new URL(path, caller);
  return new URL(href.slice(OWN.length), new URL('../dist/', OWN));
}

/** Install records of npm; of pnpm, which may give each package a folder of its own; of Yarn. */
const LISTS = ['.package-lock.json', '.modules.yaml', join('..', '..', 'lock.yaml'), '.yarn-state.yml'];

/**
 * Digest of the package manager's record of what it installed; without one, of Slidev's package.json.
 * @param packages the `node_modules` that contains Slidev; absolute
 */
export function installedPackages(packages = packagesFolder()): string {
  const lists = LISTS.map((name) => join(packages, name));
  const manifest = join(packages, '@slidev', 'cli', 'package.json');
  return contentDigest([lists.find((path) => existsSync(path)) ?? manifest]);
}
