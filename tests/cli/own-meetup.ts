import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

interface OwnMeetup {
  /** Absolute path. */
  readonly root: string;
  /** @param path relative to the root */
  write(path: string, content: string | Uint8Array): void;
}

/**
 * Gives each test of a file its own meetup folder.
 * @param files initial files, by path relative to the root
 */
export function ownMeetup(files: Readonly<Record<string, string | Uint8Array>>): OwnMeetup {
  let root: string;
  const write: OwnMeetup['write'] = (path, content) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-own-')));
    for (const [path, content] of Object.entries(files)) write(path, content);
  });
  afterEach(() => rmSync(root, { recursive: true }));
  return {
    get root() {
      return root;
    },
    write,
  };
}
