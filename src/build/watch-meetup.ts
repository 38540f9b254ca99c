import { join, relative, sep } from 'node:path';
import { watch } from 'chokidar';
import { fileStates } from '../base/changed.ts';
import type { Project } from '../base/project.ts';

/** Editors write a file in several steps, and version control many files: what follows within this time is one change. */
const QUIET_MS = 50;
/** So long a change may take at most, should something keep writing. */
const LONGEST_MS = 1_000;
/** What is written in one step is complete by then, mostly. */
const SETTLED_MS = 8;

/**
 * How often all files are looked at besides: while the machine is busy, watchers lose changes, such as those in a
 * folder that was made, or removed, a moment ago.
 */
const LOOK_MS = 2_000;

export interface MeetupWatcher {
  /** Watches this file, too, which may lie anywhere; no longer the one before. */
  watchAlso(file: string | null): void;
  close(): Promise<void>;
}

/**
 * Watches what decks are made of: content/ and templates/, which need not be there.
 * @param onSettled called when a change may be complete, so that work on it can begin; must not throw
 * @param onChange called when a change is complete, with the absolute paths of all files concerned; must not throw
 * @param onError called with what cannot be watched: a folder without rights, or too many files
 * @param startWatcher for tests
 */
export async function watchMeetup(
  { root }: Project,
  onSettled: () => void,
  onChange: (files: ReadonlySet<string>) => void,
  onError: (message: string) => void,
  startWatcher: typeof watch = watch,
): Promise<MeetupWatcher> {
  const folders = ['content', 'templates'].map((name) => join(root, name));
  const isWithin = (path: string) =>
    folders.some((folder) => path === folder || path.startsWith(folder + sep));
  const isPackage = (path: string) => relative(root, path).split(/[/\\]/).includes('node_modules');
  let also: string | null = null;
  // The root is watched, not the folders: they may be deleted, and come back.
  const watcher = startWatcher(root, {
    ignored: (path) => (path !== root && path !== also && !isWithin(path)) || isPackage(path),
    ignoreInitial: true,
    atomic: false,
  });
  let seen = fileStates(folders);
  const changes = gatherChanges(onSettled, (files) => {
    // Before they are read: what changes from now on is another change.
    seen = fileStates(folders);
    onChange(files);
  });
  watcher.on('all', (_event, path) => changes.add(path));
  watcher.on('error', (cause) => onError(`Changes may go unnoticed: ${(cause as Error).message}`));
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  const looks = setInterval(() => {
    for (const path of changedSince(seen, fileStates(folders))) changes.add(path);
  }, LOOK_MS);
  looks.unref();
  return {
    watchAlso(file) {
      if (file === also) return;
      if (also !== null) watcher.unwatch(also);
      also = file;
      if (file !== null) watcher.add(file);
    },
    async close() {
      clearInterval(looks);
      changes.drop();
      await watcher.close();
    },
  };
}

/** Files that are new, gone or different. */
function changedSince(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): readonly string[] {
  const paths = new Set([...before.keys(), ...now.keys()]);
  return [...paths].filter((path) => before.get(path) !== now.get(path));
}

/**
 * Makes one change of files that are written soon after each other.
 * @param onSettled called when it may be complete
 * @param onChange called when it is, with all that was added
 */
export function gatherChanges(
  onSettled: () => void,
  onChange: (files: ReadonlySet<string>) => void,
): { add(path: string): void; drop(): void } {
  let changed = new Set<string>();
  let settled: NodeJS.Timeout | undefined;
  let quiet: NodeJS.Timeout | undefined;
  let began = 0;
  const drop = () => {
    clearTimeout(settled);
    clearTimeout(quiet);
  };
  return {
    add(path) {
      if (changed.size === 0) began = performance.now();
      changed.add(path);
      drop();
      settled = setTimeout(onSettled, SETTLED_MS);
      quiet = setTimeout(
        () => {
          const files = changed;
          changed = new Set();
          onChange(files);
        },
        Math.min(QUIET_MS, Math.max(0, began + LONGEST_MS - performance.now())),
      );
    },
    drop,
  };
}
