import { readdirSync, rmSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TemporaryFolder {
  /** Absolute. */
  readonly path: string;
  /** Removes it with all that is in it. */
  dispose(): Promise<void>;
}

/** The process that made a folder is in its name. */
const OURS = /^talkdeck-(\d+)-\w+$/;

/** Makes a folder of one's own. Those of processes that were killed before they could tidy up are removed. */
export async function temporaryFolder(): Promise<TemporaryFolder> {
  sweep(tmpdir());
  const path = await realpath(await mkdtemp(join(tmpdir(), `talkdeck-${process.pid}-`)));
  return { path, dispose: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}

function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = Number(OURS.exec(name)?.[1]);
    if (Number.isNaN(pid) || isRunning(pid)) continue;
    try {
      rmSync(join(folder, name), { recursive: true, force: true });
    } catch {
      // Somebody else's; it is theirs to remove.
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
