import { execFile } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** A talkdeck installation. */
export interface OwnTalkdeck {
  /** Absolute path of its command line. */
  readonly cli: string;
  readonly version: string;
}

/**
 * A meetup's talkdeck: in the node_modules of its folder or of one above it, up to the workspace folder. Nobody has
 * said to trust anything above that.
 * @param root of the meetup, absolute
 * @param opened the workspace folder, absolute
 * @param named folder of a talkdeck in the settings, for meetups that have none; empty for none
 */
export function findTalkdeck(root: string, opened: string, named: string): OwnTalkdeck | null {
  for (let folder = root; ; folder = dirname(folder)) {
    const own = talkdeckIn(join(folder, 'node_modules', 'talkdeck')) ?? checkoutAt(folder);
    if (own) return own;
    if (folder === opened || folder === dirname(folder)) break;
  }
  return named === '' ? null : talkdeckIn(named);
}

/** talkdeck's own repository, which contains a meetup. */
function checkoutAt(folder: string): OwnTalkdeck | null {
  return existsSync(join(folder, 'src', 'cli.ts')) ? talkdeckIn(folder) : null;
}

function talkdeckIn(folder: string): OwnTalkdeck | null {
  const cli = join(folder, 'dist', 'cli.js');
  if (!existsSync(cli)) return null;
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const { name, version } = manifest as { readonly name?: unknown; readonly version?: unknown };
    return name === 'talkdeck' && typeof version === 'string' ? { cli, version } : null;
  } catch {
    return null;
  }
}

/** Minimum version for talkdeck: major and minor. */
const OLDEST = [20, 19] as const;

/** A suitable Node.js, or why there is none. */
export type OwnNode =
  | { readonly path: string }
  /** `version` is that of one that is too old. */
  | { readonly path: null; readonly version: string | null };

/**
 * The user's Node.js, by an absolute path. An editor's own is of another version, or missing.
 * @param named in the settings; empty for the first in PATH
 */
export async function findNode(named: string, searched = process.env.PATH ?? ''): Promise<OwnNode> {
  const path = named === '' ? firstIn(searched) : named;
  if (path === null) return { path: null, version: null };
  try {
    const { stdout } = await promisify(execFile)(path, ['--version'], { timeout: 10_000 });
    const [, major = 0, minor = 0] = (/^v(\d+)\.(\d+)/.exec(stdout) ?? []).map(Number);
    const [oldestMajor, oldestMinor] = OLDEST;
    const isNew = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
    return isNew ? { path } : { path: null, version: stdout.trim() };
  } catch {
    return { path: null, version: null };
  }
}

/** Ignores relative entries of PATH, which would be folders of the meetup. */
function firstIn(searched: string): string | null {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const paths = searched
    .split(delimiter)
    .filter((folder) => /^(?:\/|[A-Za-z]:[\\/])/.test(folder))
    .map((folder) => join(folder, name));
  return paths.find((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true) ?? null;
}
