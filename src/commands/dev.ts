import { openProject } from '../base/project.ts';
import type { Terminal } from '../base/terminal.ts';
import { type ServeRequest, serveMeetup } from '../dev/serve-meetup.ts';
import { devLog } from './dev-log.ts';
import type { CommonOptions, ExitCode } from './flags.ts';
import { untilInterrupted } from './until-interrupted.ts';

/** Serves the decks until interrupted. */
export async function dev(options: CommonOptions & ServeRequest): Promise<ExitCode> {
  const { stdin } = options.terminal;
  await untilInterrupted((stopped) =>
    serveMeetup(
      openProject(options.root),
      options,
      devLog(options),
      options.forEditor ? Promise.race([stopped, ended(stdin)]) : stopped,
    ),
  );
  return 0;
}

/** Standard input also closes when an editor is killed. */
function ended(stdin: Terminal['stdin']): Promise<void> {
  return new Promise((resolve) => {
    stdin.once('end', resolve).once('close', resolve).once('error', resolve).resume();
  });
}
