import type { Rollup } from 'vite';

/**
 * Tells the addresses of the scripts that a browser loads with a chunk: its own, and those of all that it imports;
 * for an application also the pages that it loads later.
 */
export function chunkScripts(
  chunks: readonly Rollup.OutputChunk[],
): (chunk: Rollup.OutputChunk, isApplication: boolean) => readonly string[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  return (start, isApplication) => {
    const names = new Set([start.fileName, ...(isApplication ? start.dynamicImports : [])]);
    // A set grows while it is walked.
    for (const name of names) for (const other of byName.get(name)?.imports ?? []) names.add(other);
    return [...names].filter((name) => byName.has(name)).map((name) => `/${name}`);
  };
}
