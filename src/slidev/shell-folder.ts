import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { packagesFolder } from '../packages-folder.ts';

/**
 * Where Slidev's client is kept once it is made: beside the installed packages, so that every meetup on this machine
 * has it; in the meetup's own `outFolder` where packages cannot be written.
 *
 * @param outFolder absolute
 */
export function shellFolder(outFolder: string): string {
  const packages = packagesFolder();
  try {
    accessSync(packages, constants.W_OK);
    return join(packages, '.cache', 'talkdeck', 'shell');
  } catch {
    return join(outFolder, '.cache', 'shell');
  }
}
