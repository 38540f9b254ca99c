import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type TemporaryFolder, temporaryFolder } from '../base/temporary-folder.ts';

/** A browser's socket, which lies in its folder for temporary files, has room for this much of that folder's path. */
export const LONGEST_FOLDER = 60;

/**
 * A folder of one's own, like temporaryFolder's; where the system's folder for temporary files has a long path, by way
 * of a short one in /tmp, if that can be written. What is in it still lies where the system wants it.
 * @throws CliError where none can be made
 */
export async function shortFolder(): Promise<TemporaryFolder> {
  const folder = await temporaryFolder();
  if (process.platform !== 'linux' || folder.path.length <= LONGEST_FOLDER) return folder;
  const way = await temporaryFolder('/tmp').catch(() => null);
  if (!way) return folder;
  const path = join(way.path, 'tmp');
  const dispose = async () => {
    await way.dispose();
    await folder.dispose();
  };
  try {
    await symlink(folder.path, path);
    return { path, dispose };
  } catch {
    await way.dispose();
    return folder;
  }
}
