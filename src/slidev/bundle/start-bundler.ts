import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from '../../base/child-environment.ts';
import { CliError } from '../../base/errors.ts';
import type { Bundle, BundleJob, BundleReply } from '../job.ts';

/** A process that has Slidev loaded, or is about to, and waits for what to bundle. */
export interface Bundler {
  /**
   * Builds all decks of a job into one bundle. Call it for one job after the other, all in one root: Slidev keeps the
   * folder of the first entry for the life of a process (`getRoots`).
   *
   * @throws BundleError when nothing could be built; the reason of `signal` when aborted, which ends the process
   */
  bundle(job: BundleJob, signal?: AbortSignal): Promise<Bundle>;
  /** Ends the process, whatever it does; resolves when it is gone. */
  dispose(): Promise<void>;
}

/** Megabytes for what is new, four times the default: most of it is there once and never again. */
const GARBAGE_LATE = ['--max-semi-space-size=64'];

/** The last characters of the output that are shown when the process ends without an answer. */
const OUTPUT_TAIL = 4_000;

/**
 * Starts a process to bundle in. Loading Slidev takes it two seconds, in which the caller can find out what to
 * bundle. A process of its own, because Slidev may call `process.exit` and prints as it likes; and because a
 * process ends at once when asked to, which a thread with native code in it does not.
 */
export function startBundler(): Bundler {
  const child = forkBundler();
  const ended = endingOf(child);
  const kill = () => child.kill('SIGKILL');
  return {
    async bundle(job, signal) {
      signal?.addEventListener('abort', kill, { once: true });
      try {
        signal?.throwIfAborted();
        // Slidev would go on with its own layouts.
        if (!existsSync(job.themeRoot)) throw new BundleError(`There is no theme at ${job.themeRoot}.`);
        const answered = new Promise<BundleReply>((resolve) => child.once('message', resolve));
        // A process that is gone already has said so.
        child.send(job, () => {});
        const answer = await Promise.race([answered, ended]);
        signal?.throwIfAborted();
        if (!answer.ok) throw new BundleError(answer.message);
        return answer.bundle;
      } finally {
        signal?.removeEventListener('abort', kill);
      }
    },
    async dispose() {
      kill();
      await ended;
    },
  };
}

function forkBundler(): ChildProcess {
  const extension = extname(fileURLToPath(import.meta.url));
  return fork(fileURLToPath(new URL(`./bundle-process${extension}`, import.meta.url)), {
    cwd: tmpdir(),
    // Run from the sources (tests) it needs a loader for TypeScript; compiled, it needs nothing.
    execArgv: [...GARBAGE_LATE, ...(extension === '.ts' ? ['--import', import.meta.resolve('tsx')] : [])],
    env: childEnvironment({
      NODE_ENV: 'production',
      NO_COLOR: '1',
      FORCE_COLOR: '0',
      // Its cache would be left in the temporary folder.
      TSX_DISABLE_CACHE: '1',
    }),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

/** Resolves when the process is gone, so that its folder can be removed, to what a job gets for an answer then. */
function endingOf(child: ChildProcess): Promise<BundleReply> {
  return new Promise((resolve) => {
    let output = '';
    const collect = (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-OUTPUT_TAIL);
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', ({ message }) => {
      if (child.pid === undefined) resolve({ ok: false, message: `Slidev could not be started: ${message}` });
    });
    child.on('close', (code, killedBy) => {
      const ending = `Slidev stopped while bundling (${killedBy ?? `exit code ${code}`}).`;
      resolve({ ok: false, message: `${ending}\n${output}`.trim() });
    });
  });
}

/** The theme, or Slidev itself, failed: no slide in particular is to blame. */
class BundleError extends CliError {
  override readonly name = 'BundleError';
}
