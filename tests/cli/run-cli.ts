import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { main } from '../../src/main.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export const FIXTURES = join(ROOT, 'tests', 'fixtures');

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the command line in this process, with its own streams.
 * @param cwd the folder to run it in
 */
export async function runCli(
  args: readonly string[],
  cwd: string = ROOT,
  env: Readonly<Record<string, string>> = {},
): Promise<CliResult> {
  const [stdin, stdout, stderr] = [new PassThrough(), kept(), kept()];
  stdin.end();
  const code = await main(args, { stdin, stdout, stderr, env: { ...ownEnv(), ...env }, cwd });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

/**
 * Runs the compiled command line in its own process, as a user does.
 * @param node options of Node itself
 */
export function startCli(
  args: readonly string[],
  cwd: string = ROOT,
  node: readonly string[] = [],
): CliResult {
  const cli = join(ROOT, 'dist', 'cli.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, cli, ...args], {
    cwd,
    env: ownEnv(),
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
}

/** A CI runner may force colours; these tests compare plain text. */
function ownEnv(): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _, ...env } = process.env;
  return { ...env, NO_COLOR: '1' };
}

/** A stream that records what is written. */
function kept() {
  let text = '';
  const stream = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  return Object.assign(stream, { text: () => text });
}

export interface JsonReport {
  readonly ok: boolean;
  readonly findings: readonly {
    readonly code: string;
    readonly severity: string;
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
    readonly why: string;
    readonly fix: string;
    readonly picture?: string;
  }[];
  readonly [fact: string]: unknown;
}

export function parseReport({ stdout }: CliResult): JsonReport {
  return JSON.parse(stdout) as JsonReport;
}

/** Content and modification time of every file below `folder`, to detect any write. */
export function snapshot(folder: string): Readonly<Record<string, string>> {
  if (!existsSync(folder)) return {};
  const files = (readdirSync(folder, { recursive: true }) as string[])
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .sort();
  return Object.fromEntries(
    files.map((path) => [path, `${statSync(path).mtimeMs} ${readFileSync(path).toString('base64')}`]),
  );
}
