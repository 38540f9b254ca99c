import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CliError } from '../cli-error.ts';
import type { Bundle, BundleJob, BundleReply } from './bundle-job.ts';

/** The theme, or Slidev itself, failed: no slide in particular is to blame. */
export class BundleError extends CliError {
  override readonly name = 'BundleError';
}

/** The last characters of the output that are shown when the process ends without an answer. */
const OUTPUT_TAIL = 4_000;

/**
 * Builds all decks into one bundle, in a process of its own: Slidev keeps the folder of the first entry for
 * the life of a process (`getRoots`), may call `process.exit`, and prints as it likes. A process also ends at
 * once when asked to, which a thread with native code in it does not.
 *
 * @throws BundleError when nothing could be built; the reason of `signal` when aborted.
 */
export async function bundleDecks(job: BundleJob, signal?: AbortSignal): Promise<Bundle> {
  signal?.throwIfAborted();
  // Slidev would go on with its own layouts.
  if (!existsSync(job.themeRoot)) throw new BundleError(`There is no theme at ${job.themeRoot}.`);
  const extension = extname(fileURLToPath(import.meta.url));
  const child = fork(fileURLToPath(new URL(`./bundle-process${extension}`, import.meta.url)), {
    cwd: job.root,
    // Run from the sources (tests) it needs a loader for TypeScript; compiled, it needs nothing.
    execArgv: extension === '.ts' ? ['--import', import.meta.resolve('tsx')] : [],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NO_COLOR: '1',
      FORCE_COLOR: '0',
      // Slidev's loader of TypeScript files leaves a cache in the temporary folder; it goes with the root.
      TMPDIR: job.root,
      TMP: job.root,
      TEMP: job.root,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const kill = () => child.kill('SIGKILL');
  signal?.addEventListener('abort', kill, { once: true });
  try {
    const reply = await converse(child, job);
    signal?.throwIfAborted();
    if (!reply.ok) throw new BundleError(reply.message);
    return reply.bundle;
  } finally {
    signal?.removeEventListener('abort', kill);
    kill();
  }
}

/** Resolves when the process is gone, so that its folder can be removed. */
function converse(child: ChildProcess, job: BundleJob): Promise<BundleReply> {
  return new Promise((resolve, reject) => {
    let output = '';
    let reply: BundleReply | null = null;
    const collect = (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-OUTPUT_TAIL);
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', reject);
    child.on('message', (message) => {
      reply = message as BundleReply;
    });
    child.on('close', (code, killedBy) => {
      const ending = `Slidev stopped while bundling (${killedBy ?? `exit code ${code}`}).`;
      resolve(reply ?? { ok: false, message: `${ending}\n${output}`.trim() });
    });
    child.send(job);
  });
}
