import { pathToFileURL } from 'node:url';
import { isCurrent, keptFile } from './kept-file.ts';
import type { Slidev } from './slidev.ts';

interface LoadedSlidev {
  readonly slidev: Slidev;
  /** From one file, which keep-slidev.ts made; otherwise from its packages. */
  readonly isKept: boolean;
}

let loading: Promise<LoadedSlidev> | undefined;

/** Loads Slidev, once in a process: from one file if that is kept, for that takes a third of the time. */
export function loadSlidev(): Promise<LoadedSlidev> {
  loading ??= load();
  return loading;
}

async function load(): Promise<LoadedSlidev> {
  const file = keptFile();
  if (await isCurrent(file)) {
    try {
      return { slidev: await import(pathToFileURL(file).href), isKept: true };
    } catch {
      // A package that stayed outside is gone, for example: the packages themselves say what is wrong.
    }
  }
  return { slidev: await import('@slidev/cli'), isKept: false };
}
