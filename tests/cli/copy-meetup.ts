import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';

/** Copies a meetup's folders for a test that modifies them. Returns the copy's folder. */
export function copyMeetup(root: string, copy: string): string {
  for (const folder of ['content', 'slides', 'transcript.txt']) {
    if (!existsSync(join(root, folder))) continue;
    cpSync(join(root, folder), join(copy, folder), {
      recursive: true,
      filter: (path) => !path.endsWith('node_modules'),
    });
  }
  return copy;
}
