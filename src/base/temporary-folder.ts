import { readdirSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestOf } from './changed.ts';
import { CliError, wording } from './errors.ts';
import { isRunning, processMark } from './files.ts';

export interface TemporaryFolder {
  /** Absolute. */
  readonly path: string;
  /** Removes the folder and its contents, as far as possible. */
  dispose(): Promise<void>;
}

/** Names contain the mark of the process and the pid space that the mark belongs to. */
const OURS = /^talkdeck-(?:([0-9a-f]{4})-)?(\d+(?:x\w+)?)-\w+$/;
/** For processes that cannot be checked from here; longer than any export takes. */
const ABANDONED_MS = 24 * 3_600_000;

/**
 * Makes a folder for this process alone, and removes those of processes killed before they could.
 * @param parent absolute
 * @throws CliError if it cannot be made
 */
export async function temporaryFolder(parent: string = tmpdir()): Promise<TemporaryFolder> {
  const here = processSpace();
  sweep(parent, here);
  try {
    // Short; see launch-browser.ts.
    const path = await realpath(await mkdtemp(join(parent, `talkdeck-${here}-${processMark()}-`)));
    // Files still open elsewhere stay for the next export to sweep.
    return { path, dispose: () => rm(path, { recursive: true, force: true, maxRetries: 5 }).catch(() => {}) };
  } catch (cause) {
    throw temporaryError(cause);
  }
}

/** A CliError about temporary files if `cause` is a failed system call; else `cause` itself. */
export function temporaryError(cause: unknown): unknown {
  const { code, syscall, message } = cause as Partial<NodeJS.ErrnoException>;
  if (code === undefined || syscall === undefined) return cause;
  return new CliError(
    wording`Cannot write to the folder for temporary files, ${tmpdir()}: ${message ?? code}`,
    wording`Look at its permissions and the space on its disk, or name another folder with the TMPDIR environment variable.`,
    { cause },
  );
}

/** Identifies the machine or container: those that share a folder may use the same process ids. */
function processSpace(): string {
  let space = '';
  try {
    space = readlinkSync('/proc/self/ns/pid');
  } catch {
    // Not Linux: one pid space per machine.
  }
  return digestOf(`${hostname()} ${space}`, 'hex').slice(0, 4);
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
      // Gone meanwhile, or owned by somebody else.
    }
  }
}

function ageOf(path: string): number {
  return Date.now() - statSync(path).mtimeMs;
}

/** A folder may be writable without being readable. */
function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
