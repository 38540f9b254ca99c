import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { DISABLED_FEATURES } from '../../../src/print/browser/launch-browser.ts';
import { startBrowser } from '../start-browser.ts';

const FLAG = '--disable-features=';

/** Arguments passed to a program that stands in for a browser; the last value of a flag counts. */
async function featuresGivenBy(start: (browser: string) => Promise<unknown>): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'features-test-'));
  try {
    const browser = join(folder, 'chrome');
    writeFileSync(browser, `#!/bin/sh\nprintf '%s\\n' "$@" >> '${folder}/given'\nexit 1\n`, { mode: 0o755 });
    await start(browser).catch(() => {});
    const flags = readFileSync(join(folder, 'given'), 'utf8').split('\n');
    return (
      flags
        .findLast((flag) => flag.startsWith(FLAG))
        ?.slice(FLAG.length)
        .split(',') ?? []
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.runIf(process.platform !== 'win32')('the features that Playwright turns off stay off', async () => {
  const playwrights = await featuresGivenBy((executablePath) => chromium.launch({ executablePath }));
  const ours = await featuresGivenBy((path) =>
    startBrowser([{ name: path, givenBy: null, locate: async () => ({ path }) }]),
  );
  expect(playwrights.length).toBeGreaterThan(10);
  expect(ours).toEqual(DISABLED_FEATURES);
  expect(ours.slice(0, playwrights.length)).toEqual(playwrights);
});
