import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { childEnvironment } from '../../base/child-environment.ts';
import { CliError, wording } from '../../base/errors.ts';
import { compiledFile } from '../../base/packages.ts';
import type { Bundle, BundleJob, BundleReply } from '../job.ts';

/** A process that has loaded Slidev, or is loading it, and waits for jobs. */
export interface Bundler {
  /**
   * Builds all decks of a job into one bundle. Call it for one job at a time, all in one root: Slidev keeps the folder
   * of the first entry for the life of a process (`getRoots`).
   *
   * @throws BundleError if nothing could be built; the reason of `signal` when aborted, which ends the process
   */
  bundle(job: BundleJob, signal?: AbortSignal): Promise<Bundle>;
  /** Kills the process, whatever it is doing; resolves when it is gone. */
  dispose(): Promise<void>;
}

/** Young generation in megabytes, four times the default: most objects are short-lived. */
const GARBAGE_LATE = ['--max-semi-space-size=64'];

/** Characters from the end of the output to show when the process ends without an answer. */
const OUTPUT_TAIL = 4_000;

/**
 * Starts a bundling process. It takes two seconds to load Slidev, during which the caller can prepare the job. It is a
 * process because Slidev may call `process.exit` and print at will, and because a process can be killed at once, unlike
 * a thread that runs native code.
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
        // Without a theme Slidev would silently use its own layouts.
        if (!existsSync(job.themeRoot))
          throw new BundleError(wording`There is no theme at ${job.themeRoot}.`);
        const answered = new Promise<BundleReply>((resolve) => child.once('message', resolve));
        // If the process is already gone, `ended` reports it.
        child.send(job, () => {});
        const answer = await Promise.race([answered, ended]);
        signal?.throwIfAborted();
        if (!answer.ok) throw new BundleError(wording`${answer.message}`);
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
  return fork(compiledFile('./bundle-process.js', import.meta.url), {
    cwd: tmpdir(),
    execArgv: GARBAGE_LATE,
    env: childEnvironment({
      NODE_ENV: 'production',
      NO_COLOR: '1',
      FORCE_COLOR: '0',
    }),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

/** Resolves when the process is gone and its folder can be removed, with the reply to a job that was pending. */
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

/** The theme or Slidev itself failed; no particular slide is at fault. */
class BundleError extends CliError {
  override readonly name = 'BundleError';
}
