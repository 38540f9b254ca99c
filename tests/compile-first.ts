import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { isCompiled } from '../scripts/compiled.ts';
import { IS_OF_RUN, RUN_FOLDER, TEST_CACHE } from './test-cache.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const shared = globalThis as { talkdeckCompiled?: Promise<unknown> };

/**
 * Compiles once, so that dist/ is current: tests run the compiled command line and bundle in the compiled process.
 * Called for each project of vitest.config.ts.
 */
export async function setup(): Promise<void> {
  shared.talkdeckCompiled ??= compile();
  await shared.talkdeckCompiled;
}

export function teardown(): void {
  rmSync(RUN_FOLDER, { recursive: true, force: true });
  if (IS_OF_RUN) rmSync(TEST_CACHE, { recursive: true, force: true });
}

async function compile(): Promise<void> {
  if (isCompiled()) return;
  const script = join(ROOT, 'scripts/compile.ts');
  await promisify(execFile)(process.execPath, ['--import', 'tsx', script], { cwd: ROOT });
}
