import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

type Hook = (run: () => void) => void;

/**
 * Gives each test of a file, or the file, a folder for temporary files of its own, in this process and in those that
 * it starts.
 * @param name of the folder, or of folders in one another
 * @returns what gives its path, absolute
 */
export function ownTemporary(name: string, before: Hook = beforeEach, after: Hook = afterEach): () => string {
  const outside = process.env.TMPDIR;
  let root: string;
  let path: string;
  before(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-own-')));
    chmodSync(root, 0o755); // Others may have to reach it.
    path = join(root, name);
    mkdirSync(path, { recursive: true });
    process.env.TMPDIR = path;
  });
  after(() => {
    if (outside === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = outside;
    rmSync(root, { recursive: true });
  });
  return () => path;
}
