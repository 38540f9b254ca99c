import { isDeepStrictEqual } from 'node:util';
import type { OutputFile } from '../build/output-files.ts';

/**
 * Tells which files are other than the last time it was asked, whoever has written them: `talkdeck build` in the same
 * folder may have been first.
 */
export function changedFiles(): (files: readonly OutputFile[]) => readonly string[] {
  let before: ReadonlyMap<string, OutputFile['content']> = new Map();
  return (files) => {
    const changed = files.filter(({ path, content }) => !isDeepStrictEqual(before.get(path), content));
    before = new Map(files.map(({ path, content }) => [path, content]));
    return changed.map(({ path }) => path);
  };
}
