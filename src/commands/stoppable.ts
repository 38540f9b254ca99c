import { CliError } from '../base/errors.ts';

/**
 * Gives `work` a signal that Ctrl-C and a polite `kill` set off, so that nothing is left behind.
 * @param untouched what the user may want to hear then
 */
export async function stoppable<T>(untouched: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const abort = new AbortController();
  const stop = (): void => abort.abort(new CliError(`Interrupted. ${untouched}`));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return await work(abort.signal);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}
