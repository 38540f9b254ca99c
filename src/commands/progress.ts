import { SingleBar } from 'cli-progress';
import { CliError, type Wording, wording } from '../base/errors.ts';
import type { Output } from '../base/terminal.ts';
import { clean } from '../findings/report/clean.ts';
import type { PrintProgress } from '../print/types.ts';
import type { CommonOptions } from './flags.ts';

/** Bundling and starting the browser run in parallel. */
const DOING: Readonly<Record<PrintProgress['stage'], string>> = {
  bundle: 'bundling slides',
  browser: 'starting the browser',
  audit: 'looking at every slide',
  print: 'looking and printing',
};

interface Progress {
  update(event: PrintProgress): void;
  stop(): void;
}

/** Progress on standard error, as a bar on a terminal, else as lines: slides done, the total, and the current step. */
export function createProgress({ json, quiet, terminal: { stderr } }: CommonOptions): Progress {
  if (json || quiet) return { update: () => {}, stop: () => {} };
  return stderr.isTTY ? barProgress(stderr) : lineProgress(stderr);
}

/**
 * Runs `work` with a signal that is aborted by SIGINT or SIGTERM, so that it can clean up.
 * @param untouched tells the user what an interruption leaves behind
 */
export async function stoppable<T>(
  untouched: Wording,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const abort = new AbortController();
  const stop = (): void => abort.abort(new CliError(wording`Interrupted. ${untouched}`));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return await work(abort.signal);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

function barProgress(stream: Output): Progress {
  const bar = new SingleBar({
    format: ' {bar} {value}/{total} slides · {doing}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 28,
    hideCursor: true,
    clearOnComplete: true,
    stream,
  });
  let started = false;
  return {
    update: ({ stage, done, total, deck }) => {
      if (stage === 'browser') return;
      if (!started) bar.start(total, 0, { doing: DOING.bundle });
      started = true;
      if (stage === 'bundle') bar.update({ doing: done < total ? DOING.bundle : DOING.audit });
      else bar.update(done, { doing: deck ? `${DOING[stage]}: ${clean(deck)}` : DOING[stage] });
    },
    stop: () => bar.stop(),
  };
}

function lineProgress(stream: Output): Progress {
  const said = new Set<string>();
  const say = (line: string): void => {
    if (!said.has(line)) stream.write(`${line}\n`);
    said.add(line);
  };
  return {
    update: ({ stage, done, total, deck }) => {
      if (deck) say(`${done}/${total} slides: ${clean(deck)}`);
      else if (stage === 'bundle' && done < total) say(`${DOING.bundle}: ${total}`);
      else if (stage === 'browser') say(DOING.browser);
    },
    stop: () => {},
  };
}
