import type { Bundle } from '../slidev/bundle-job.ts';
import { type Bundler, startBundler } from '../slidev/start-bundler.ts';
import { type TemporaryFolder, temporaryFolder } from './temporary-folder.ts';
import type { AuditOptions, PrintableDeck } from './types.ts';
import { writeSources } from './write-sources.ts';

/** Bundles on the disk. */
export interface BundleFolder {
  /** One call after the other. */
  bundle(decks: readonly PrintableDeck[]): Promise<Bundle>;
  /** Removes everything. */
  dispose(): Promise<void>;
}

/**
 * Makes a temporary folder to bundle decks in, and starts a process that does it.
 *
 * @param signal ends the process when it aborts
 * @param started used instead of a new process, or ended
 */
export async function bundleFolder(
  options: Pick<AuditOptions, 'assets' | 'themeRoot' | 'fontFolders' | 'shellFolder'>,
  signal: AbortSignal,
  started?: Bundler,
): Promise<BundleFolder> {
  let folder: TemporaryFolder | undefined;
  let bundler = started;
  const dispose = async () => {
    await bundler?.dispose();
    await folder?.dispose();
  };
  try {
    signal.throwIfAborted();
    folder = await temporaryFolder();
    bundler ??= startBundler();
  } catch (error) {
    await dispose();
    throw error;
  }
  const [root, { bundle }] = [folder.path, bundler];
  let jobs = 0;
  return {
    bundle: async (decks) => {
      const no = jobs;
      jobs += 1;
      const assets = no === 0 ? options.assets : [];
      return bundle(await writeSources(root, { ...options, decks, assets }, no), signal);
    },
    dispose,
  };
}
