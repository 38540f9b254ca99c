import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ROOT } from '../cli/run-cli.ts';
import { HANGS_MS } from './pages-browser.ts';

/** A serving command in its own process. */
export interface RunningDev {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Everything printed so far. */
  output(): string;
  /** Sends a signal; returns the exit code and the time until exit, in milliseconds. */
  stop(signal?: NodeJS.Signals): Promise<{ readonly code: number | null; readonly ms: number }>;
}

const CLI = join(ROOT, 'dist', 'cli.js');

/** Starts `talkdeck dev`, and resolves when it prints its address. @param env additional variables @param cli to run */
export function runDev(
  root: string,
  args: readonly string[] = ['--port', '0'],
  env: Readonly<Record<string, string>> = {},
  cli: string = CLI,
): Promise<RunningDev> {
  return runServer('dev', root, args, env, cli);
}

/** Like runDev, for any serving command. */
export async function runServer(
  command: 'dev' | 'present' | 'site',
  root: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cli: string = CLI,
): Promise<RunningDev> {
  const child: ChildProcess = spawn(process.execPath, [cli, command, '--root', root, ...args], {
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString('utf8');
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const deadline = performance.now() + HANGS_MS;
  for (;;) {
    const [, url, port] = /(?:at|open) (http:\/\/localhost:(\d+)\/)/.exec(output) ?? [];
    if (url !== undefined) {
      return {
        url,
        port: Number(port),
        pid: child.pid ?? Number.NaN,
        output: () => output,
        async stop(signal = 'SIGINT') {
          const began = performance.now();
          child.kill(signal);
          const code = await ended;
          return { code, ms: performance.now() - began };
        },
      };
    }
    if (child.exitCode !== null || performance.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`talkdeck ${command} did not start:\n${output}`);
    }
    await delay(20);
  }
}
