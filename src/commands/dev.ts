import { openProject } from '../base/project.ts';
import { type ServeRequest, serveMeetup } from '../dev/serve-meetup.ts';
import { devLog } from './dev-log.ts';
import type { CommonOptions, ExitCode } from './flags.ts';

/** Serves the decks until interrupted. */
export async function dev(options: CommonOptions & ServeRequest): Promise<ExitCode> {
  let stop = (): void => {};
  const stopped = new Promise<void>((resolve) => {
    // A second Ctrl-C does not wait for everything to close.
    stop = () => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      resolve();
    };
  });
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    await serveMeetup(openProject(options.root), options, devLog(options), stopped);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
  return 0;
}
