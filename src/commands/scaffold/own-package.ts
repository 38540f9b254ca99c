import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ownVersion } from '../../base/project.ts';

/** How another package can install the running talkdeck, wherever it came from. */
export interface OwnPackage {
  /** Value for "talkdeck" in package.json. */
  readonly version: string;
  /** Argument of `npm install`. */
  readonly installed: string;
  readonly from: 'registry' | 'tarball' | 'clone';
}

const PACKAGE = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * @param folder of the package that is to install it
 * @param own where talkdeck is
 */
export function ownPackage(folder: string, own = PACKAGE): OwnPackage {
  const place = resolve(own);
  // An installed package has no sources.
  if (existsSync(join(place, 'src', 'cli.ts'))) return fromPath(folder, place, 'clone');
  const tarball = tarballOf(place);
  if (tarball !== null) return fromPath(folder, tarball, 'tarball');
  return { version: `^${ownVersion()}`, installed: 'talkdeck', from: 'registry' };
}

function fromPath(folder: string, path: string, from: OwnPackage['from']): OwnPackage {
  const way = relative(resolve(folder), path).split(sep).join('/');
  // Without a dot, npm takes the first part for a name on GitHub.
  const dotted = way.startsWith('.') || /^[A-Za-z]:/.test(way) ? way : `./${way}`;
  return { version: `file:${dotted}`, installed: dotted, from };
}

/** The tarball that npm installed it from, if it still exists; else null. */
function tarballOf(place: string): string | null {
  const modules = dirname(place);
  const lock = join(modules, '.package-lock.json');
  if (basename(modules) !== 'node_modules' || !existsSync(lock)) return null;
  try {
    const { packages } = JSON.parse(readFileSync(lock, 'utf8')) as {
      readonly packages?: Readonly<Record<string, { readonly resolved?: unknown }>>;
    };
    const resolved = packages?.[`node_modules/${basename(place)}`]?.resolved;
    if (typeof resolved !== 'string' || !resolved.startsWith('file:')) return null;
    const path = resolve(dirname(modules), resolved.slice('file:'.length));
    return existsSync(path) ? path : null;
  } catch {
    // A lock file that is being written, or has another format.
    return null;
  }
}
