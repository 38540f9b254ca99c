import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sweepUnfinished } from '../sweep-unfinished.ts';
import { unfinishedPath } from '../unfinished-path.ts';
import { bundlePackages } from './bundle-packages.ts';
import { isCurrent, keptFile, textOf } from './kept-file.ts';
import { SLIDEV_PARTS } from './slidev.ts';

const CODE = `export { ${SLIDEV_PARTS.join(', ')} } from '@slidev/cli';`;

/**
 * Makes one file of Slidev and what it loads at once, for loadSlidev in other processes, unless it is there. Takes some
 * seconds. A file for other versions goes. Where packages cannot be written, or cannot be bundled, nothing is kept:
 * Slidev then loads from its packages, only slower.
 */
export async function keepSlidev(): Promise<void> {
  const file = keptFile();
  const folder = dirname(file);
  const unfinished = unfinishedPath(file);
  try {
    if (await isCurrent(file)) return;
    await mkdir(folder, { recursive: true });
    const bundle = await bundlePackages(CODE, fileURLToPath(import.meta.url));
    await writeFile(unfinished, await textOf(bundle, file));
    const others = await sweepUnfinished(folder);
    await Promise.all(others.map((name) => rm(join(folder, name), { force: true })));
    await rename(unfinished, file);
  } catch {
    // Only slower.
  } finally {
    await rm(unfinished, { force: true }).catch(() => {});
  }
}
