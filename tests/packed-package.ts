import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './cli/run-cli.ts';
import { RUN_FOLDER } from './test-cache.ts';

export interface PackedPackage {
  /** An absolute path to a working folder, deleted at the end. */
  readonly temp: string;
  /** The package as npm unpacks it, with our node_modules linked into it; do not write into it. */
  readonly packed: string;
  remove(): void;
}

/** Quotes, spaces, Chinese, and characters that are special in shells and globs. */
export const ODD_NAME = `our meetup, 会议 [a] {b} $HOME &c (d)!@+;=~${process.platform === 'win32' ? '' : '"e"'}`;

/**
 * Packs and unpacks what npm would publish, once for a run: elsewhere it would need another shell. The tests' setup has
 * already compiled it.
 */
export function packPackage(): PackedPackage {
  const temp = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-packed-')));
  const remove = () => rmSync(temp, { recursive: true, force: true });
  const packed = join(RUN_FOLDER, 'packed');
  if (!existsSync(packed)) {
    mkdirSync(RUN_FOLDER, { recursive: true });
    try {
      renameSync(unpackIn(temp), packed);
    } catch (error) {
      // Another process was first.
      if (!existsSync(packed)) throw error;
    }
  }
  return { temp, packed: realpathSync(packed), remove };
}

function unpackIn(folder: string): string {
  runIn(ROOT, 'npm', 'pack', '--ignore-scripts', '--pack-destination', folder);
  const [tarball = ''] = readdirSync(folder);
  runIn(folder, 'tar', '-xzf', tarball);
  const packed = join(folder, 'package');
  symlinkSync(join(ROOT, 'node_modules'), join(packed, 'node_modules'));
  return packed;
}

export function runIn(cwd: string, command: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, stdout, stderr };
}
