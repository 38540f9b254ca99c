import { type ChildProcess, execFile } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { isCompiled } from '../scripts/compiled.ts';
import { IS_OF_RUN, RUN_FOLDER, TEST_CACHE } from './test-cache.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const shared = globalThis as { talkdeckCompiled?: Promise<unknown>; talkdeckStoring?: ChildProcess };

/**
 * Compiles once, so that dist/ is current: tests run the compiled command line and bundle in the compiled process.
 * Called for each project of vitest.config.ts.
 */
export async function setup(): Promise<void> {
  shared.talkdeckCompiled ??= compile();
  await shared.talkdeckCompiled;
  if (!process.env.FAST) shared.talkdeckStoring ??= storeSlidev();
}

export async function teardown(): Promise<void> {
  const storing = shared.talkdeckStoring;
  if (storing?.exitCode === null && storing.kill()) await once(storing, 'exit');
  rmSync(RUN_FOLDER, { recursive: true, force: true });
  if (IS_OF_RUN) rmSync(TEST_CACHE, { recursive: true, force: true });
}

async function compile(): Promise<void> {
  if (isCompiled()) return;
  const script = join(ROOT, 'scripts/compile.ts');
  await promisify(execFile)(process.execPath, ['--import', 'tsx', script], { cwd: ROOT });
}

/** Like an export does when it is done, for the next one: dozens of processes in a run load Slidev. */
function storeSlidev(): ChildProcess {
  const code = "import('./dist/slidev/load/store-slidev.js').then((load) => load.storeSlidev())";
  const env = { ...process.env, TALKDECK_CACHE: TEST_CACHE };
  return execFile(process.execPath, ['--eval', code], { cwd: ROOT, env });
}
