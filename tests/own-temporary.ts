import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

type Hook = (run: () => void) => void;

/**
 * Gives each test of a file, or the whole file, its own temporary folder, in this process and its child processes.
 * @param name of the folder; may be nested
 * @returns a function that returns its absolute path
 */
export function ownTemporary(name: string, before: Hook = beforeEach, after: Hook = afterEach): () => string {
  const outside = process.env.TMPDIR;
  let root: string;
  let path: string;
  before(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-own-')));
    chmodSync(root, 0o755); // Other users may need access.
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
