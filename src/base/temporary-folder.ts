import { createHash } from 'node:crypto';
import { readdirSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { CliError } from './errors.ts';
import { isRunning, processMark } from './files.ts';

export interface TemporaryFolder {
  /** Absolute. */
  readonly path: string;
  /** Removes it with all that is in it, as far as that can be done. */
  dispose(): Promise<void>;
}

/** The process that made a folder is in its name, and where the number of that process means something. */
const OURS = /^talkdeck-(?:([0-9a-f]{4})-)?(\d+(?:x\w+)?)-\w+$/;
/** Of a process that cannot be asked for: longer than any export takes. */
const ABANDONED_MS = 24 * 3_600_000;

/**
 * Makes a folder of one's own. Those of processes that were killed before they could tidy up are removed.
 * @param parent absolute
 * @throws CliError where none can be made
 */
export async function temporaryFolder(parent: string = tmpdir()): Promise<TemporaryFolder> {
  const here = processSpace();
  sweep(parent, here);
  try {
    // Short: see launch-browser.ts.
    const path = await realpath(await mkdtemp(join(parent, `talkdeck-${here}-${processMark()}-`)));
    // What cannot be removed now, such as a file that somebody else has open, the next export sweeps away.
    return { path, dispose: () => rm(path, { recursive: true, force: true, maxRetries: 5 }).catch(() => {}) };
  } catch (cause) {
    throw temporaryError(cause);
  }
}

/** Explains that files for a while cannot be written, where that is what went wrong; else gives `cause` itself. */
export function temporaryError(cause: unknown): unknown {
  const { code, syscall, message } = cause as Partial<NodeJS.ErrnoException>;
  if (code === undefined || syscall === undefined) return cause;
  return new CliError(
    `Cannot write to the folder for temporary files, ${tmpdir()}: ${message}`,
    'Look at its permissions and the space on its disk, or name another folder with the TMPDIR environment variable.',
    { cause },
  );
}

/** Machines and containers that share a folder have processes of the same numbers, each its own. */
function processSpace(): string {
  let space = '';
  try {
    space = readlinkSync('/proc/self/ns/pid');
  } catch {
    // Not Linux: one machine, one space.
  }
  return createHash('sha256').update(`${hostname()} ${space}`).digest('hex').slice(0, 4);
}

function sweep(folder: string, here: string): void {
  for (const name of list(folder)) {
    const [, space, mark] = OURS.exec(name) ?? [];
    if (mark === undefined) continue;
    const path = join(folder, name);
    try {
      const isLeft = space === here ? !isRunning(mark) : ageOf(path) > ABANDONED_MS;
      if (isLeft) rmSync(path, { recursive: true, force: true });
    } catch {
      // Gone meanwhile; or somebody else's, and theirs to remove.
    }
  }
}

function ageOf(path: string): number {
  return Date.now() - statSync(path).mtimeMs;
}

/** One may be allowed to write into a folder, and not to look what is in it. */
function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
