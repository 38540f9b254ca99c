import { CliError, wording } from '../base/errors.ts';
import { optimiseLate } from '../base/optimise-late.ts';
import { openProject } from '../base/project.ts';
import type { ApartReply, ApartRequest } from './export-apart.ts';
import { exportProject } from './export-project.ts';

// Entry of the process started by export-apart.ts: replies to one request.

optimiseLate();

const stop = new AbortController();
const interrupt = () => stop.abort(new CliError(wording`The export was interrupted.`));
// The parent is gone, or the process group is being ended; the browser is closed first.
process.once('disconnect', interrupt).once('SIGINT', interrupt).once('SIGTERM', interrupt);
if (!process.connected) interrupt();

process.once('message', async ({ root, plan }: ApartRequest) => {
  const reply = await replyOf(root, plan);
  if (process.connected) process.send?.(reply, () => process.connected && process.disconnect());
});

async function replyOf(root: string, plan: ApartRequest['plan']): Promise<ApartReply> {
  try {
    const request = { plan, merge: [], browser: undefined, folder: 'slides', signal: stop.signal };
    return { report: await exportProject(openProject(root), request) };
  } catch (cause) {
    if (cause instanceof CliError) {
      const { message, hint } = cause.worded;
      return { problem: hint === null ? message : wording`${message}\n${hint}` };
    }
    const bug = cause instanceof Error ? cause.stack || cause.message : String(cause);
    return { problem: wording`${bug}` };
  }
}
