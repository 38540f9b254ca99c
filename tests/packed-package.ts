import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './cli/run-cli.ts';

export interface PackedPackage {
  /** An absolute path to a working folder, deleted at the end. */
  readonly temp: string;
  /** The package as npm unpacks it, with our node_modules linked into it. */
  readonly packed: string;
  remove(): void;
}

/** Packs and unpacks what npm would publish. The tests' setup has already compiled it. */
export function packPackage(): PackedPackage {
  const temp = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-packed-')));
  runIn(ROOT, 'npm', 'pack', '--ignore-scripts', '--pack-destination', temp);
  const [tarball = ''] = readdirSync(temp);
  runIn(temp, 'tar', '-xzf', tarball);
  const packed = join(temp, 'package');
  symlinkSync(join(ROOT, 'node_modules'), join(packed, 'node_modules'));
  return { temp, packed, remove: () => rmSync(temp, { recursive: true, force: true }) };
}

export function runIn(cwd: string, command: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, stdout, stderr };
}
