import type { Bundle } from '../slidev/bundle-job.ts';
import { type Bundler, startBundler } from '../slidev/start-bundler.ts';
import { temporaryFolder } from './temporary-folder.ts';
import type { AuditOptions } from './types.ts';
import { writeSources } from './write-sources.ts';

/** A bundle on the disk. */
export interface BundleFolder {
  readonly bundle: Bundle;
  /** Removes it. */
  dispose(): Promise<void>;
}

/**
 * Bundles decks in a new temporary folder; nothing is left of it when that fails.
 * @param bundler is used up
 */
export async function bundleFolder(
  options: Pick<AuditOptions, 'decks' | 'assets' | 'themeRoot' | 'shellFolder'>,
  signal: AbortSignal,
  bundler: Bundler = startBundler(),
): Promise<BundleFolder> {
  const { path: root, dispose } = await temporaryFolder();
  try {
    signal.throwIfAborted();
    const job = await writeSources(root, options);
    return { bundle: await bundler.bundle(job, signal), dispose };
  } catch (error) {
    await bundler.dispose();
    await dispose();
    throw error;
  }
}
