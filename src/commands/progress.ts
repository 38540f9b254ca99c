import { SingleBar } from 'cli-progress';
import type { PrintProgress } from '../print/print-decks.ts';
import type { CommonOptions } from './options.ts';

const STAGES: Readonly<Record<PrintProgress['stage'], string>> = {
  bundle: 'bundling slides',
  browser: 'starting the browser',
  print: 'printing',
  split: 'finishing PDFs',
};

export interface Progress {
  update(event: PrintProgress): void;
  stop(): void;
}

/** A bar on a terminal, a line for each stage where there is none; on standard error. */
export function createProgress({ json, quiet }: CommonOptions): Progress {
  if (json || quiet) return { update: () => {}, stop: () => {} };
  return process.stderr.isTTY ? barProgress() : lineProgress();
}

function barProgress(): Progress {
  const bar = new SingleBar({
    format: ' {bar} {value}/{total} {stage}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 28,
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  });
  let started = false;
  return {
    update: ({ stage, done, total }) => {
      if (!started) bar.start(total, done, { stage: STAGES[stage] });
      started = true;
      bar.setTotal(total);
      bar.update(done, { stage: STAGES[stage] });
    },
    stop: () => bar.stop(),
  };
}

function lineProgress(): Progress {
  let last: PrintProgress['stage'] | null = null;
  return {
    update: ({ stage, total }) => {
      if (stage === last) return;
      last = stage;
      process.stderr.write(`${STAGES[stage]} (${total})\n`);
    },
    stop: () => {},
  };
}
