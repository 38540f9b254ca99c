import { SingleBar } from 'cli-progress';
import { CliError, type Wording, wording } from '../base/errors.ts';
import type { Output } from '../base/terminal.ts';
import { clean } from '../findings/report/clean.ts';
import type { PrintProgress } from '../print/types.ts';
import type { CommonOptions } from './flags.ts';
import { words } from './words/words.ts';

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

/** Bundling and starting the browser run in parallel. */
function barProgress(stream: Output): Progress {
  const { doing, slides } = words().progress;
  const bar = new SingleBar({
    format: ` {bar} ${slides('{value}', '{total}')} · {doing}`,
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
      if (!started) bar.start(total, 0, { doing: doing.bundle });
      started = true;
      if (stage === 'bundle') bar.update({ doing: done < total ? doing.bundle : doing.audit });
      else bar.update(done, { doing: deck ? `${doing[stage]}: ${clean(deck)}` : doing[stage] });
    },
    stop: () => bar.stop(),
  };
}

function lineProgress(stream: Output): Progress {
  const { doing, slides } = words().progress;
  const said = new Set<string>();
  const say = (line: string): void => {
    if (!said.has(line)) stream.write(`${line}\n`);
    said.add(line);
  };
  return {
    update: ({ stage, done, total, deck }) => {
      if (deck) say(`${slides(done, total)}: ${clean(deck)}`);
      else if (stage === 'bundle' && done < total) say(`${doing.bundle}: ${total}`);
      else if (stage === 'browser') say(doing.browser);
    },
    stop: () => {},
  };
}
