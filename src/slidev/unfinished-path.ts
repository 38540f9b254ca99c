import { randomUUID } from 'node:crypto';
import { processMark } from '../process-mark.ts';

/** A place beside `path` to make it in, before it is renamed; sweep-unfinished.ts knows it by its name. */
export function unfinishedPath(path: string): string {
  return `${path}.${processMark()}.${randomUUID()}`;
}
