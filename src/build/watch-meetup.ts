import { join, relative, sep } from 'node:path';
import { watch } from 'chokidar';
import { fileStates } from '../base/changed.ts';
import type { Project } from '../base/project.ts';

/** Editors write a file in several steps, and version control many files: changes within this time count as one. */
const QUIET_MS = 50;
/** Maximum duration of a change, in case something keeps writing. */
const LONGEST_MS = 1_000;
/** Time after which a single write is usually complete. */
const SETTLED_MS = 8;

/**
 * Interval for examining all files in addition: on a busy machine, watchers miss changes, such as those in a folder
 * that was just made or removed.
 */
const LOOK_MS = 2_000;

export interface MeetupWatcher {
  /** Also watches this file, which may be anywhere, instead of the previous one. */
  watchAlso(file: string | null): void;
  close(): Promise<void>;
}

/**
 * Watches the sources of decks: content/ and templates/, which need not exist.
 * @param onSettled called when a change may be complete, so that work on it can begin; must not throw
 * @param onChange called when a change is complete, with the absolute paths of all files concerned; must not throw
 * @param onError called with what cannot be watched: a folder without permissions, or too many files
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
  // Watches the root rather than the folders, which may be deleted and come back.
  const watcher = startWatcher(root, {
    ignored: (path) => (path !== root && path !== also && !isWithin(path)) || isPackage(path),
    ignoreInitial: true,
    atomic: false,
  });
  let seen = fileStates(folders);
  const changes = gatherChanges(onSettled, (files) => {
    // Before they are read: anything that changes later is another change.
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

/** Files that were added, removed or changed. */
function changedSince(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): readonly string[] {
  const paths = new Set([...before.keys(), ...now.keys()]);
  return [...paths].filter((path) => before.get(path) !== now.get(path));
}

/**
 * Combines files written soon after each other into one change.
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
          // It may be due first at the end of the longest time, and nothing would follow what it begins.
          clearTimeout(settled);
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
