import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/**
 * Gives each test of a file a folder for temporary files of its own, in this process and in those that it starts.
 * @param name of the folder, or of folders in one another
 * @returns what gives its path, absolute
 */
export function ownTemporary(name: string): () => string {
  const outside = process.env.TMPDIR;
  let root: string;
  let path: string;
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-own-')));
    path = join(root, name);
    mkdirSync(path, { recursive: true });
    process.env.TMPDIR = path;
  });
  afterEach(() => {
    if (outside === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = outside;
    rmSync(root, { recursive: true });
  });
  return () => path;
}
