import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './cli/run-cli.ts';

export interface PackedPackage {
  /** A folder to work in; absolute, and gone in the end. */
  readonly temp: string;
  /** The package as npm unpacks it, with our packages beside it. */
  readonly packed: string;
  remove(): void;
}

/** What npm would publish, unpacked. The compiled files are there: the tests' own script makes them. */
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
