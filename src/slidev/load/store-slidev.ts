import { symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packagesFolder } from '../../base/packages.ts';
import { type Bounds, keepFolder, sharedFolder, trimFolder } from '../../base/store.ts';
import { bundlePackages } from './bundle-packages.ts';
import { cacheFile, cacheText, isCurrent, SLIDEV_PARTS } from './load-slidev.ts';

const CODE = `export { ${SLIDEV_PARTS.join(', ')} } from '@slidev/cli';`;
/** One per installation. */
const FILES: Bounds = { entries: 3, most: 8 };
/** Output of Slidev's TypeScript loader; themes are edited often. */
const SCRIPTS: Bounds = { bytes: 64 * 2 ** 20 };

/**
 * Bundles Slidev and what it loads at startup into one file, unless it exists, for `loadSlidev` in other processes.
 * Takes some seconds. If it cannot be stored or bundled, Slidev loads from its packages, only slower.
 */
export async function storeSlidev(): Promise<void> {
  const file = cacheFile();
  if (file === null || (await isCurrent(file))) return;
  const own = dirname(file);
  try {
    const bundle = await bundlePackages(CODE, fileURLToPath(import.meta.url));
    const make = async (unfinished: string) => {
      await writeFile(join(unfinished, basename(file)), await cacheText(bundle, file));
      // Some packages import others by names known only at run time; they resolve as they would from the original
      // place.
      await symlink(packagesFolder(), join(unfinished, 'node_modules'), 'junction');
    };
    await keepFolder(dirname(own), basename(own), make, () => isCurrent(file));
  } catch {
    return; // Only a matter of speed.
  }
  trimFolder(dirname(own), FILES);
  const scripts = sharedFolder('jiti');
  if (scripts !== null) trimFolder(scripts, SCRIPTS);
}
