import { SingleBar } from 'cli-progress';
import type { PrintProgress } from '../print/print-decks.ts';
import type { CommonOptions } from './options.ts';

type Stage = PrintProgress['stage'];

/** Bundling and the start of the browser go on side by side. */
const STAGES: Readonly<Record<Stage, string>> = {
  bundle: 'bundling slides',
  browser: 'starting the browser',
  audit: 'looking at every slide',
  print: 'printing',
};

export interface Progress {
  update(event: PrintProgress): void;
  stop(): void;
}

/**
 * A bar on a terminal, a line for each stage where there is none; on standard error.
 * @param decks how many are looked at or printed
 * @param stages in order
 */
export function createProgress(
  { json, quiet }: CommonOptions,
  decks: number,
  stages: readonly [Stage, ...Stage[]],
): Progress {
  if (json || quiet) return { update: () => {}, stop: () => {} };
  return process.stderr.isTTY ? barProgress(decks, stages) : lineProgress();
}

function barProgress(decks: number, stages: readonly [Stage, ...Stage[]]): Progress {
  const bar = new SingleBar({
    format: ' {bar} {value}/{total} decks · {stage}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 28,
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  });
  const waiting = new Set<Stage>(stages);
  bar.start(decks, 0, { stage: STAGES[stages[0]] });
  return {
    update: ({ stage, done, total }) => {
      if (done === total) waiting.delete(stage);
      const [current = stage] = waiting;
      bar.update(stage === 'bundle' || stage === 'browser' ? 0 : done, { stage: STAGES[current] });
    },
    stop: () => bar.stop(),
  };
}

function lineProgress(): Progress {
  const said = new Set<Stage>();
  return {
    update: ({ stage }) => {
      if (said.has(stage)) return;
      said.add(stage);
      process.stderr.write(`${STAGES[stage]}\n`);
    },
    stop: () => {},
  };
}
