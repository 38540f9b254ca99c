import { fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from '../base/child-environment.ts';
import { CliError } from '../base/errors.ts';
import type { ExportPlan, ExportReport } from './plan.ts';

export interface ApartRequest {
  readonly root: string;
  readonly plan: ExportPlan;
}

export type ApartReply =
  | { readonly report: ExportReport }
  /** Why there is none, in words. */
  | { readonly problem: string };

/** The last characters that are shown of what a process said before it stopped. */
const OUTPUT_TAIL = 4_000;

/**
 * exportProject in a process of its own, for one that has others to answer meanwhile: compiling a large meetup and
 * joining its PDFs take seconds.
 *
 * @param root of the meetup; absolute
 * @throws CliError with what is wrong, also of a process that stopped; the reason of `signal` when aborted: then the
 * process ends its browser, and itself
 */
export async function exportApart(
  root: string,
  plan: ExportPlan,
  signal: AbortSignal,
): Promise<ExportReport> {
  signal.throwIfAborted();
  const extension = extname(fileURLToPath(import.meta.url));
  const child = fork(fileURLToPath(new URL(`./export-process${extension}`, import.meta.url)), {
    // Run from the sources (tests) it needs a loader for TypeScript; compiled, it needs nothing.
    execArgv: extension === '.ts' ? ['--import', import.meta.resolve('tsx')] : [],
    env: childEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let output = '';
  // A character may come in two pieces.
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    output = (output + chunk).slice(-OUTPUT_TAIL);
  });
  // Not by a disconnect from here: Node would never say that the process has closed.
  const stop = () => child.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  try {
    const reply = await new Promise<ApartReply>((resolve, reject) => {
      let answer: ApartReply | null = null;
      child.on('message', (message) => {
        answer = message as ApartReply;
      });
      child.on('error', reject);
      child.on('close', (code, killedBy) => {
        const ending = `The export stopped (${killedBy ?? `exit code ${code}`}).`;
        resolve(answer ?? { problem: `${ending}\n${output}`.trim() });
      });
      // One that is gone already closes.
      child.send({ root, plan } satisfies ApartRequest, () => {});
    });
    signal.throwIfAborted();
    if ('problem' in reply) throw new CliError(reply.problem);
    return reply.report;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
