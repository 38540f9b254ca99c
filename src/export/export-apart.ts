import { fork } from 'node:child_process';
import { childEnvironment } from '../base/child-environment.ts';
import { CliError, type Wording, wording } from '../base/errors.ts';
import { compiledFile } from '../base/packages.ts';
import type { ExportPlan, ExportReport } from './plan.ts';

export interface ApartRequest {
  readonly root: string;
  readonly plan: ExportPlan;
}

export type ApartReply =
  | { readonly report: ExportReport }
  /** The reason for having none, with its hint. */
  | { readonly problem: Wording };

const PROCESS = compiledFile('./export-process.js', import.meta.url);

/** Characters from the end of a process's output to show if it stops early. */
const OUTPUT_TAIL = 4_000;

/**
 * Runs `exportProject` in a separate process, for callers that must respond meanwhile: compiling a large meetup and
 * joining its PDFs take seconds.
 *
 * @param root of the meetup; absolute
 * @throws CliError for any problem, including a crashed process; the reason of `signal` when aborted, after which the
 * process ends its browser and itself
 */
export async function exportApart(
  root: string,
  plan: ExportPlan,
  signal: AbortSignal,
): Promise<ExportReport> {
  signal.throwIfAborted();
  const child = fork(PROCESS, {
    execArgv: [],
    env: childEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let output = '';
  // Chunks may split a character.
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    output = (output + chunk).slice(-OUTPUT_TAIL);
  });
  // Disconnecting here would keep Node from reporting that the process closed.
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
        const ending = wording`The export stopped (${killedBy ?? wording`exit code ${code ?? 'unknown'}`}).`;
        const problem = output.trim() === '' ? ending : wording`${ending}\n${output.trim()}`;
        resolve(answer ?? { problem });
      });
      // If the process is already gone, it emits `close`.
      child.send({ root, plan } satisfies ApartRequest, () => {});
    });
    signal.throwIfAborted();
    if ('problem' in reply) throw new CliError(reply.problem);
    return reply.report;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
