import { openProject } from '../base/project.ts';
import { type ServeRequest, serveMeetup } from '../dev/serve-meetup.ts';
import { devLog } from './dev-log.ts';
import type { CommonOptions, ExitCode } from './flags.ts';
import { untilInterrupted } from './until-interrupted.ts';

/** Serves the decks until interrupted. */
export async function dev(options: CommonOptions & ServeRequest): Promise<ExitCode> {
  await untilInterrupted((stopped) =>
    serveMeetup(openProject(options.root), options, devLog(options), stopped),
  );
  return 0;
}
