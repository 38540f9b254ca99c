import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'rolldown/utils';
import { writeChanged } from './write-changed.ts';

const SRC = fileURLToPath(new URL('../src', import.meta.url));
const DIST = fileURLToPath(new URL('../dist', import.meta.url));
/** Bundled instead (scripts/bundle.ts). */
const BUNDLED = /^(?:(?:cli|index)\.ts|dev\/pages\/.*|present\/pages\/worker\.ts)$/;

/**
 * Makes a file in dist/ from each module, for processes, pages and imports of single modules. Types are only stripped;
 * `npm run typecheck` checks them.
 */
export function writeModules(): void {
  for (const path of readdirSync(SRC, { recursive: true }) as string[]) {
    const name = path.replaceAll('\\', '/');
    if (BUNDLED.test(name)) continue;
    if (name.endsWith('.json')) writeChanged(join(DIST, name), readFileSync(join(SRC, name)));
    if (!/(?<!\.d)\.ts$/.test(name)) continue;
    const { code, errors } = transformSync(name, readFileSync(join(SRC, name), 'utf8'), {
      target: 'es2023',
      typescript: { onlyRemoveTypeImports: true, rewriteImportExtensions: 'rewrite' },
    });
    const [error] = errors;
    if (error) throw new Error(`src/${name}: ${error.message}`);
    writeChanged(join(DIST, name.replace(/ts$/, 'js')), code);
  }
}
