import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { baseConfig } from '../base-config.ts';
import { flattenPlugins } from '../flatten-plugins.ts';
import type { SlidevOptions } from '../options.ts';

/** The plugin by which a theme says that it takes no classes from slides; see templates/theme/vite.config.mjs. */
const NO_CLASSES = 'talkdeck:no-classes-in-slides';

/**
 * Whether the slides can be bundled without the client: not where the theme's styles depend on the slides, where
 * the theme brings a page of its own, or where slides edit code.
 */
export async function suitsShell(options: SlidevOptions): Promise<boolean> {
  if (options.data.features.monaco) return false;
  if (options.roots.some((root) => existsSync(join(root, 'index.html')))) return false;
  const { plugins = [] } = await baseConfig(options, '');
  return (await flattenPlugins(plugins)).some(({ name }) => name === NO_CLASSES);
}
