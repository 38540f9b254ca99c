import type { ContentFiles } from './read/read.ts';
import type { SourceFile } from './summary/source-file.ts';

/** All files that were read, the event first. */
export function filesOf({ event, talks, exchanges }: ContentFiles): readonly SourceFile[] {
  return [...(event ? [event] : []), ...talks, ...exchanges];
}
