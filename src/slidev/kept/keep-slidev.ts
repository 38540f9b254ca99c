import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFiles } from '../../base/files.ts';
import { type Bounds, sharedFolder, trimFolder } from '../../base/store.ts';
import { bundlePackages } from './bundle-packages.ts';
import { isCurrent, keptFile, textOf } from './kept-file.ts';
import { SLIDEV_PARTS } from './slidev.ts';

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
  const file = keptFile();
  if (file === null || (await isCurrent(file))) return;
  try {
    const bundle = await bundlePackages(CODE, fileURLToPath(import.meta.url));
    writeFiles(dirname(file), [{ path: basename(file), content: await textOf(bundle, file) }]);
  } catch {
    return; // Only slower.
  }
  trimFolder(dirname(file), FILES);
  const scripts = sharedFolder('jiti');
  if (scripts !== null) trimFolder(scripts, SCRIPTS);
}
