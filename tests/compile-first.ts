import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Tests run the compiled command line, and bundle in the compiled process: whatever is run, dist/ is current. */
export function setup(): void {
  execFileSync('npm', ['run', '--silent', 'compile'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: 'inherit',
  });
}
