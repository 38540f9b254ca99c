import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Usage {
  readonly seconds: number;
  /** Seconds of a processor that the program and its descendants took, which hardly depend on what else runs. */
  readonly processor: number;
  /** Peak of the total memory of the program and its descendants (proportional set size; Linux only). */
  readonly megabytes: number;
}

const SAMPLE_MS = 250;

/** Prints what the shell has seen its descendants take, on a last line. */
const TIMED = `TIMEFORMAT=$'\\n%U %S'; time "$@"`;

/**
 * Runs a program to completion.
 * @throws if it fails
 */
export async function runMeasured(
  program: string,
  args: readonly string[],
  cwd: string,
  browser: string,
): Promise<Usage> {
  const start = performance.now();
  const child = spawn('bash', ['-c', TIMED, 'bash', program, ...args], {
    cwd,
    env: { ...process.env, CHROME_PATH: browser, CHROME_NO_SANDBOX: '1', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output = (output + chunk).slice(-4000);
  });
  child.stderr.on('data', (chunk) => {
    output = (output + chunk).slice(-4000);
  });
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, memoryOf(child.pid ?? 0));
  }, SAMPLE_MS);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => clearInterval(timer));
  const seconds = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`${program} ${args.join(' ')}\n${output}`);
  const [user = '', system = ''] = output.trim().split('\n').at(-1)?.split(' ') ?? [];
  return { seconds, processor: Number(user) + Number(system), megabytes: peak / 1024 };
}

/** Memory of a process and its descendants, in kilobytes. */
function memoryOf(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    const parent = Number.isNaN(pid) ? null : /\) \w (\d+)/.exec(read(`/proc/${pid}/stat`))?.[1];
    if (parent) parents.set(pid, Number(parent));
  }
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid);
    return pid === root || (parent !== undefined && parent !== 0 && isBelow(parent));
  };
  return [...parents.keys()]
    .filter(isBelow)
    .map((pid) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0))
    .reduce((sum, size) => sum + size, 0);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // It has exited.
  }
}
