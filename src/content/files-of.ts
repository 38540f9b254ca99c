import type { ContentFiles } from './read.ts';
import type { SourceFile } from './source-file.ts';

/** All files that were read, the event first. */
export function filesOf({ event, talks, exchanges }: ContentFiles): readonly SourceFile[] {
  return [...(event ? [event] : []), ...talks, ...exchanges];
}
