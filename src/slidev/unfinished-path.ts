import { randomUUID } from 'node:crypto';

/** A place beside `path` to make it in, before it is renamed; sweep-unfinished.ts knows it by its name. */
export function unfinishedPath(path: string): string {
  return `${path}.${process.pid}.${randomUUID()}`;
}
