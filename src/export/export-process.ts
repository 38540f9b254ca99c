import { CliError } from '../base/errors.ts';
import { openProject } from '../base/project.ts';
import type { ApartReply, ApartRequest } from './export-apart.ts';
import { exportProject } from './export-project.ts';

// Entry of the process that export-apart.ts starts: for the request that comes in, a reply goes out.

const stop = new AbortController();
const interrupt = () => stop.abort(new CliError('The export was interrupted.'));
// Nobody waits for it any more, or the whole group is to end: the browser goes first.
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
    if (cause instanceof CliError) return { problem: [cause.message, cause.hint ?? ''].join('\n').trim() };
    return { problem: cause instanceof Error ? cause.stack || cause.message : String(cause) };
  }
}
