import type { build, Rollup } from 'vite';

/** What a build wrote. */
export function builtFiles(built: Awaited<ReturnType<typeof build>>): Rollup.RollupOutput['output'] {
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('nothing was built');
  return first.output;
}
