/**
 * Works until Ctrl-C or a request by the system to end; a second one does not wait until everything is closed.
 * @param work gets a promise that resolves then
 */
export async function untilInterrupted<T>(work: (stopped: Promise<void>) => Promise<T>): Promise<T> {
  let stop = (): void => {};
  const stopped = new Promise<void>((resolve) => {
    stop = () => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      resolve();
    };
  });
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return await work(stopped);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}
