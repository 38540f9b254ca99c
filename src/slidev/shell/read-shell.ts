import { createHash } from 'node:crypto';
import { readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Shell } from './shell.ts';

/** Beside the files of a shell that is kept. */
export interface ShellManifest {
  readonly shell: Omit<Shell, 'folder'>;
  /** SHA-256 of the shell's files, by name. */
  readonly files: Readonly<Record<string, string>>;
  /** SHA-256 of what it was made of, by absolute path. */
  readonly sources: Readonly<Record<string, string>>;
}

export const MANIFEST = 'shell.json';

/** Null where there is no shell, where it is damaged, or where it was made of what has changed since. */
export async function readShell(kept: string): Promise<Shell | null> {
  try {
    const { shell, files, sources }: ShellManifest = JSON.parse(await readFile(join(kept, MANIFEST), 'utf8'));
    const folder = join(kept, 'shell');
    const own = Object.entries(files).map(([name, digest]) => [join(folder, name), digest] as const);
    const checks = await Promise.all(
      [...own, ...Object.entries(sources)].map(async ([path, digest]) => (await digestOf(path)) === digest),
    );
    if (checks.includes(false)) return null;
    const now = new Date();
    await utimes(kept, now, now).catch(() => {}); // A folder that cannot be written is not tidied either.
    return { ...shell, folder };
  } catch {
    return null;
  }
}

/** SHA-256 of a file. */
export async function digestOf(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}
