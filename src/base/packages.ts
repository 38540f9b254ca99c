import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The `node_modules` that has Slidev; absolute. */
export function packagesFolder(): string {
  const manifest = createRequire(import.meta.url).resolve('@slidev/cli/package.json');
  return join(manifest, '..', '..', '..');
}
