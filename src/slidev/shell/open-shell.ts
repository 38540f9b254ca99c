import { join } from 'node:path';
import { themeSignature } from '../../base/changed.ts';
import type { SlidevOptions } from '../slidev-options.ts';
import { buildShell } from './build-shell.ts';
import { keepShell } from './keep-shell.ts';
import { readShell } from './read-shell.ts';
import type { Shell } from './shell.ts';
import { shellKey } from './shell-key.ts';

/** Those that were not kept, in this process: a second one would be built over the first. */
const unkept = new Map<string, Shell>();

/**
 * The shell for these slides, from the cache or newly built and then kept there.
 *
 * @param cache absolute path of a folder, which need not be there; where it cannot be written, or the
 * theme was touched while the shell was built, the shell serves this process alone
 */
export async function openShell(options: SlidevOptions, themeRoot: string, cache: string): Promise<Shell> {
  const sign = () => themeSignature([...options.themeRoots, ...options.addonRoots]);
  const before = sign();
  const kept = join(cache, shellKey(options));
  const known = unkept.get(kept) ?? (await readShell(kept));
  if (known) return known;
  const built = join(options.userRoot, 'shell');
  const { shell, sources } = await buildShell(options, themeRoot, built);
  // Edited and undone, it has its key again, and a shell of another state.
  const found = sign() === before ? await keepShell(shell, sources, built, kept) : null;
  if (found) return found;
  const own = { ...shell, folder: join(built, 'shell') };
  unkept.set(kept, own);
  return own;
}
