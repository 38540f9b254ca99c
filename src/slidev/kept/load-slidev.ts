import { pathToFileURL } from 'node:url';
import { isCurrent, keptFile } from './kept-file.ts';
import type { Slidev } from './slidev.ts';

let loading: Promise<Slidev> | undefined;

/**
 * Loads Slidev, once in a process: from the one file that keep-slidev.ts made, if that is there, for that takes a third
 * of the time; otherwise from its packages.
 */
export function loadSlidev(): Promise<Slidev> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Slidev> {
  const file = keptFile();
  if (file !== null && (await isCurrent(file))) {
    try {
      return await import(pathToFileURL(file).href);
    } catch {
      // A package that stayed outside is gone, for example: the packages themselves say what is wrong.
    }
  }
  return import('@slidev/cli');
}
