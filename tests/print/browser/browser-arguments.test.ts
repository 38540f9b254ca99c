import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { argumentsLeftOut, DISABLED_FEATURES } from '../../../src/print/browser/launch-browser.ts';
import { startBrowser } from '../start-browser.ts';

const FLAG = '--disable-features=';

/** Arguments passed to a program that stands in for a browser. */
async function argumentsGivenBy(start: (browser: string) => Promise<unknown>): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'features-test-'));
  try {
    const browser = join(folder, 'chrome');
    writeFileSync(browser, `#!/bin/sh\nprintf '%s\\n' "$@" >> '${folder}/given'\nexit 1\n`, { mode: 0o755 });
    await start(browser).catch(() => {});
    return readFileSync(join(folder, 'given'), 'utf8').split('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The last value of a flag counts. */
function featuresIn(flags: readonly string[]): readonly string[] {
  const last = flags.findLast((flag) => flag.startsWith(FLAG));
  return last?.slice(FLAG.length).split(',') ?? [];
}

const byPlaywright = () => argumentsGivenBy((executablePath) => chromium.launch({ executablePath }));
const byUs = () =>
  argumentsGivenBy((path) => startBrowser([{ name: path, givenBy: null, locate: async () => ({ path }) }]));

test.runIf(process.platform !== 'win32')('the features that Playwright turns off stay off', async () => {
  const [playwrights, ours] = [featuresIn(await byPlaywright()), featuresIn(await byUs())];
  expect(playwrights.length).toBeGreaterThan(10);
  expect(ours).toEqual(DISABLED_FEATURES);
  expect(ours.slice(0, playwrights.length)).toEqual(playwrights);
});

test.runIf(process.platform === 'linux')('memory is shared as memory, where there is room', async () => {
  const files = '--disable-dev-shm-usage';
  expect(await byPlaywright()).toContain(files);
  expect((await byUs()).includes(files)).toBe(!argumentsLeftOut().includes(files));
  expect(argumentsLeftOut('/sys')).toEqual([]);
  expect(argumentsLeftOut('/nowhere')).toEqual([]);
});
