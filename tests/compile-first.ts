import { type ChildProcess, exec, execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { IS_OF_RUN, RUN_FOLDER, TEST_CACHE } from './test-cache.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ENV = {
  ...process.env,
  TALKDECK_CACHE: TEST_CACHE,
  PATH: `${join(ROOT, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
};
/** As an export prepares the next one when it is done: dozens of processes of a run load Slidev. */
const STORE_SLIDEV = "import('./dist/slidev/load/store-slidev.js').then((load) => load.storeSlidev())";
const shared = globalThis as { talkdeckCompiled?: Promise<unknown>; talkdeckStoring?: ChildProcess };

/**
 * Compiles once, so that dist/ is current: tests run the compiled command line and bundle in the compiled process.
 * Called for each project of vitest.config.ts.
 */
export async function setup(): Promise<void> {
  shared.talkdeckCompiled ??= compile();
  await shared.talkdeckCompiled;
  if (!process.env.FAST)
    shared.talkdeckStoring ??= execFile(process.execPath, ['--eval', STORE_SLIDEV], { cwd: ROOT, env: ENV });
}

export async function teardown(): Promise<void> {
  const storing = shared.talkdeckStoring;
  if (storing?.exitCode === null && storing.kill()) await once(storing, 'exit');
  rmSync(RUN_FOLDER, { recursive: true, force: true });
  if (IS_OF_RUN) rmSync(TEST_CACHE, { recursive: true, force: true });
}

/**
 * The steps of `npm run compile`, none of which needs another, at once, and without looking at types, which is most of
 * their work and what `npm run typecheck` does.
 */
async function compile(): Promise<void> {
  const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const steps = (scripts.compile as string).split(' && ');
  const run = (step: string) =>
    promisify(exec)(step.startsWith('tsc ') ? `${step} --noCheck` : step, { cwd: ROOT, env: ENV }).catch(
      ({ message, stdout }) => {
        throw new Error(`${message}\n${stdout}`);
      },
    );
  await Promise.all(steps.map(run));
}
