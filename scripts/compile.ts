import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isCompiled, startCompilation } from './compiled.ts';
import { isWritten } from './write-changed.ts';

/**
 * `npm run compile`: makes dist/ and editors/talkdeck.vsix, unless their sources are unchanged. Types are only checked
 * by `npm run typecheck`, which takes longer than all of this.
 */
const DIST = fileURLToPath(new URL('../dist', import.meta.url));

if (!isCompiled()) {
  const compilation = startCompilation();
  const [{ bundle }, { packExtension }, { writeDeclarations }, { writeModules }] = await Promise.all([
    import('./bundle.ts'),
    import('./extension.ts'),
    import('./declarations.ts'),
    import('./modules.ts'),
  ]);
  const bundled = Promise.all([bundle(), packExtension()]);
  writeModules();
  writeDeclarations();
  const modules = (await bundled).flat();
  for (const path of readdirSync(DIST, { recursive: true }) as string[]) {
    if (/\.\w+$/.test(path) && !isWritten(join(DIST, path))) rmSync(join(DIST, path));
  }
  compilation.finish(modules);
}
