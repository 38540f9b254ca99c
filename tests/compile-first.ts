import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { IS_OF_RUN, TEST_CACHE } from './test-cache.ts';

const shared = globalThis as { isTalkdeckCompiled?: boolean };

/**
 * Compiles once, so that dist/ is current: tests run the compiled command line and bundle in the compiled process.
 * Called for each project of vitest.config.ts.
 */
export function setup(): void {
  if (shared.isTalkdeckCompiled) return;
  shared.isTalkdeckCompiled = true;
  execFileSync('npm', ['run', '--silent', 'compile'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: 'inherit',
  });
}

export function teardown(): void {
  if (IS_OF_RUN) rmSync(TEST_CACHE, { recursive: true, force: true });
}
