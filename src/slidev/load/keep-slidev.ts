import { symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packagesFolder } from '../../base/packages.ts';
import { type Bounds, keepFolder, sharedFolder, trimFolder } from '../../base/store.ts';
import { bundlePackages } from './bundle-packages.ts';
import { cacheFile, cacheText, isCurrent, SLIDEV_PARTS } from './load-slidev.ts';

const CODE = `export { ${SLIDEV_PARTS.join(', ')} } from '@slidev/cli';`;
/** Of several installations. */
const FILES: Bounds = { entries: 3, most: 8 };
/** What Slidev's loader of TypeScript has made: a theme is edited often. */
const SCRIPTS: Bounds = { bytes: 64 * 2 ** 20 };

/**
 * Makes one file of Slidev and what it loads at once, for loadSlidev in other processes, unless it is there. Takes some
 * seconds. Where nothing can be kept, or packages cannot be bundled, Slidev loads from its packages, only slower.
 */
export async function keepSlidev(): Promise<void> {
  const file = cacheFile();
  if (file === null || (await isCurrent(file))) return;
  const own = dirname(file);
  try {
    const bundle = await bundlePackages(CODE, fileURLToPath(import.meta.url));
    const make = async (unfinished: string) => {
      await writeFile(join(unfinished, basename(file)), await cacheText(bundle, file));
      // Some packages import others by a name that is known only then: from where they would be without us.
      await symlink(packagesFolder(), join(unfinished, 'node_modules'), 'junction');
    };
    await keepFolder(dirname(own), basename(own), make, () => isCurrent(file));
  } catch {
    return; // Only slower.
  }
  trimFolder(dirname(own), FILES);
  const scripts = sharedFolder('jiti');
  if (scripts !== null) trimFolder(scripts, SCRIPTS);
}
