import { dirname, join } from 'node:path';
import type { FontFolders } from '../fonts/font-packages.ts';
import type { BundleJob } from './bundle-job.ts';
import { keepScripts } from './keep-scripts.ts';
import { loadSlidev } from './kept/load-slidev.ts';
import type { Slidev } from './kept/slidev.ts';

/** What Slidev's plugins are made from: the slides, the settings, the theme. */
export type SlidevOptions = Awaited<ReturnType<Slidev['resolveOptions']>> & {
  /** Fonts that the meetup brings; by default those that talkdeck finds. */
  readonly fontFolders?: FontFolders;
};

/**
 * Lets Slidev read the entry. Slidev collects what it could not read, and then goes on without it; here that is
 * an error.
 */
export async function slidevOptions(
  entry: string,
  { root, themeRoot, shellFolder, fontFolders = {} }: BundleJob,
): Promise<SlidevOptions> {
  const slidev = await loadSlidev();
  const theme = themeRoot.replaceAll('\\', '/');
  const cache = shellFolder ? dirname(shellFolder) : join(root, 'cache');
  const options = await keepScripts(cache, () =>
    slidev.resolveOptions({ entry, theme, download: true }, 'build'),
  );
  const errors = Object.values(options.data.markdownFiles).flatMap((file) => file.errors ?? []);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return { ...options, fontFolders };
}
