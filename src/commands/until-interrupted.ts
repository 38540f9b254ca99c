/**
 * Works until somebody presses Ctrl-C, or the system asks to end; a second time does not wait until all is closed.
 * @param work is given a promise that resolves then
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
