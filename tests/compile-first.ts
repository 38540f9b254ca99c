import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const shared = globalThis as { isTalkdeckCompiled?: boolean };

/**
 * Tests run the compiled command line, and bundle in the compiled process: whatever is run, dist/ is current. Called
 * for each project of vitest.config.ts.
 */
export function setup(): void {
  if (shared.isTalkdeckCompiled) return;
  shared.isTalkdeckCompiled = true;
  execFileSync('npm', ['run', '--silent', 'compile'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: 'inherit',
  });
}
