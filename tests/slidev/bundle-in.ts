import { mkdirSync } from 'node:fs';
import { mkdtemp, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { PrintAsset, PrintableDeck } from '../../src/print/types.ts';
import { writeSources } from '../../src/print/visit/bundle-folder.ts';
import { startBundler } from '../../src/slidev/bundle/start-bundler.ts';
import type { Bundle } from '../../src/slidev/job.ts';

export interface Sources {
  readonly decks: readonly PrintableDeck[];
  readonly assets: readonly PrintAsset[];
  readonly themeRoot: string;
}

/**
 * Bundles in a new folder below `temporary`, with a shell cached in `shellFolder` or none. Component names depend on
 * the theme's path relative to the folder, so all folders are at the same depth.
 */
export async function bundleIn(
  temporary: string,
  sources: Sources,
  shellFolder: string | null,
): Promise<Bundle> {
  mkdirSync(temporary, { recursive: true });
  const root = await realpath(await mkdtemp(join(temporary, 'bundle-')));
  const job = await writeSources(root, sources);
  const bundler = startBundler();
  return bundler.bundle({ ...job, shellFolder }).finally(bundler.dispose);
}
