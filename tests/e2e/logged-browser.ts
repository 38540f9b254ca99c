import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowsers } from '../../src/print/browser/find-browser.ts';

/** A browser that logs each start and its answers. */
export interface LoggedBrowser {
  /** For `--browser`. */
  readonly path: string;
  /** Process IDs of its starts, in order. Once in hundreds of starts a browser crashes, and is started again. */
  starts(): readonly number[];
  /** How many were asked for slides, since `forget`: each has logged the request, and may not have printed yet. */
  showing(): number;
  /** Forgets the answers so far. */
  forget(): void;
}

/** @param folder for its script and its log */
export async function loggedBrowser(folder: string): Promise<LoggedBrowser> {
  const { path, env } = await startable();
  const [script, log, answers] = [
    join(folder, 'browser.sh'),
    join(folder, 'browser.log'),
    join(folder, 'answers'),
  ];
  mkdirSync(answers);
  const settings = Object.entries(env).map(([name, value]) => `export ${name}='${value}'\n`);
  writeFileSync(
    script,
    `#!/bin/sh
echo $$ >> '${log}'
${settings.join('')}# The browser answers on descriptor 4.
mkfifo '${answers}'.$$
tee '${answers}'/$$ < '${answers}'.$$ >&4 3<&- &
# exec keeps the process number.
exec '${path}' "$@" 4> '${answers}'.$$
`,
  );
  chmodSync(script, 0o755);
  return {
    path: script,
    starts: () =>
      existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').map(Number).filter(Boolean) : [],
    showing: () =>
      readdirSync(answers).filter((name) =>
        readFileSync(join(answers, name), 'utf8').includes('https://talkdeck.invalid/print'),
      ).length,
    forget: () => {
      for (const name of readdirSync(answers)) rmSync(join(answers, name));
    },
  };
}

/** The first browser that starts on this machine. */
async function startable(): Promise<{
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}> {
  for (const candidate of findBrowsers()) {
    const { path, env = {} } = await candidate.locate();
    const { status } = spawnSync(path, ['--version'], { env: { ...process.env, ...env } });
    if (status === 0) return { path, env };
  }
  throw new Error('these tests need a browser');
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
