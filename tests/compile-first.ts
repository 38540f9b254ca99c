import { exec } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
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

/**
 * The steps of `npm run compile`, none of which needs another, at once, and without looking at types, which is most of
 * their work and what `npm run typecheck` does.
 */
async function compile(): Promise<void> {
  const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const steps = (scripts.compile as string).split(' && ');
  const env = {
    ...process.env,
    PATH: `${join(ROOT, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
  };
  const run = (step: string) =>
    promisify(exec)(step.startsWith('tsc ') ? `${step} --noCheck` : step, { cwd: ROOT, env }).catch(
      ({ message, stdout }) => {
        throw new Error(`${message}\n${stdout}`);
      },
    );
  await Promise.all(steps.map(run));
}
