import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Usage {
  readonly seconds: number;
  /** CPU seconds of the program and its descendants (Linux only): less affected by other load. */
  readonly processor: number;
  /** Peak of the total memory of the program and its descendants (proportional set size; Linux only). */
  readonly megabytes: number;
}

const MEMORY_MS = 250;
/** What a process uses in its last moments is missed. */
const PROCESSOR_MS = 50;
const TICKS_PER_SECOND = 100;

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
  const child = spawn(program, args, {
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
  const spent = new Map<number, number>();
  const timers = [
    setInterval(() => {
      peak = Math.max(peak, memoryOf(child.pid ?? 0));
    }, MEMORY_MS),
    setInterval(() => {
      for (const { pid, ticks } of family(child.pid ?? 0)) spent.set(pid, ticks);
    }, PROCESSOR_MS),
  ];
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => timers.forEach(clearInterval));
  const seconds = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`${program} ${args.join(' ')}\n${output}`);
  const ticks = [...spent.values()].reduce((sum, each) => sum + each, 0);
  return { seconds, processor: ticks / TICKS_PER_SECOND, megabytes: peak / 1024 };
}

/** Memory of a process and its descendants, in kilobytes. */
function memoryOf(root: number): number {
  return family(root)
    .map(({ pid }) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0))
    .reduce((sum, size) => sum + size, 0);
}

/** A process and its descendants, with the CPU time of each so far (proc_pid_stat(5)). */
function family(root: number): readonly { readonly pid: number; readonly ticks: number }[] {
  const all = new Map<number, { readonly parent: number; readonly ticks: number }>();
  for (const name of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const stat = read(`/proc/${name}/stat`);
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    all.set(Number(name), { parent, ticks: (fields[11] ?? 0) + (fields[12] ?? 0) });
  }
  const isBelow = (pid: number): boolean => {
    const parent = all.get(pid)?.parent ?? 0;
    return pid === root || (parent !== 0 && isBelow(parent));
  };
  return [...all].filter(([pid]) => isBelow(pid)).map(([pid, { ticks }]) => ({ pid, ticks }));
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // It has exited.
  }
}
