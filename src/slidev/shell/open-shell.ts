import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { themeSignature } from '../../base/changed.ts';
import { flattenPlugins, type SlidevOptions } from '../options.ts';
import { baseConfig } from '../plugins/bundle-plugins.ts';
import { buildShell } from './build-shell.ts';
import type { Shell } from './shell.ts';
import { shellKey } from './shell-key.ts';
import { readShell, storeShell } from './stored-shell.ts';

/** Shells that could not be cached, for this process: another one would be built over the first. */
const unkept = new Map<string, Shell>();

/**
 * Returns the shell for these slides from the cache, or builds and caches it.
 *
 * @param cache absolute path of a folder, which may be missing; if it cannot be written, or the theme was touched
 * during the build, the shell serves this process alone
 */
export async function openShell(options: SlidevOptions, themeRoot: string, cache: string): Promise<Shell> {
  const sign = () => themeSignature([...options.themeRoots, ...options.addonRoots]);
  const before = sign();
  const kept = join(cache, shellKey(options));
  const known = unkept.get(kept) ?? (await readShell(kept));
  if (known) return known;
  // One that cannot be kept is used where it was built; another one must not be built over it.
  const built = join(options.userRoot, `shell-${basename(kept)}`);
  const { shell, sources } = await buildShell(options, themeRoot, built);
  // A theme edited and restored during the build has the same key, but the shell has another state.
  const found = sign() === before ? await storeShell(shell, sources, built, kept) : null;
  if (found) return found;
  const own = { ...shell, folder: join(built, 'shell') };
  unkept.set(kept, own);
  return own;
}

/** The plugin by which a theme declares that it takes no classes from slides; see templates/theme/vite.config.mjs. */
const NO_CLASSES = 'talkdeck:no-classes-in-slides';

/**
 * Whether the slides can be bundled without the client: not if the theme's styles depend on the slides, if the theme
 * has a page of its own, or if slides edit code.
 */
export async function suitsShell(options: SlidevOptions): Promise<boolean> {
  if (options.data.features.monaco) return false;
  if (options.roots.some((root) => existsSync(join(root, 'index.html')))) return false;
  const { plugins = [] } = await baseConfig(options, '');
  return (await flattenPlugins(plugins)).some(({ name }) => name === NO_CLASSES);
}
