import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ROOT } from '../cli/run-cli.ts';

/** `talkdeck dev` in its own process. */
export interface RunningDev {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Everything printed so far. */
  output(): string;
  /** Sends a signal; returns the exit code and the time until exit, in milliseconds. */
  stop(signal?: NodeJS.Signals): Promise<{ readonly code: number | null; readonly ms: number }>;
}

/**
 * Starts dev, and resolves when it prints its address.
 * @param env extra environment variables
 * @param cli path of the command to run
 */
export async function runDev(
  root: string,
  args: readonly string[] = ['--port', '0'],
  env: Readonly<Record<string, string>> = {},
  cli: string = join(ROOT, 'dist', 'cli.js'),
): Promise<RunningDev> {
  const child: ChildProcess = spawn(process.execPath, [cli, 'dev', '--root', root, ...args], {
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
  const deadline = performance.now() + 60_000;
  for (;;) {
    const [, url, port] = /at (http:\/\/localhost:(\d+)\/)/.exec(output) ?? [];
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
      throw new Error(`talkdeck dev did not start:\n${output}`);
    }
    await delay(20);
  }
}
