import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export const FIXTURES = join(ROOT, 'tests', 'fixtures');

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the compiled command, as a user does. @param cwd the folder to run it in */
export function runCli(args: readonly string[], cwd: string = ROOT): CliResult {
  const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env;
  const result = spawnSync(process.execPath, [join(ROOT, 'dist', 'cli.js'), ...args], {
    cwd,
    // A runner may ask for colours; these tests look at text.
    env: { ...env, NO_COLOR: '1' },
    encoding: 'utf8',
  });
  return { code: result.status, stdout: result.stdout, stderr: result.stderr };
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

/** Bytes and time of every file below `folder`, to tell whether anything was touched. */
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
