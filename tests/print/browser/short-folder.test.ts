import { existsSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { findBrowsers } from '../../../src/print/browser/find-browser.ts';
import { launchBrowser, shortFolder } from '../../../src/print/browser/launch-browser.ts';
import { ownTemporary } from '../../own-temporary.ts';

const temporary = ownTemporary('a-long-name/'.repeat(8));

test.runIf(process.platform === 'linux')(
  'all that a browser writes is in one folder, though the path of the temporary files is long',
  async () => {
    const folder = await shortFolder();
    const browser = await launchBrowser(findBrowsers(), new AbortController().signal, folder.path);
    try {
      const [own = '', ...others] = readdirSync(temporary());
      expect(others).toEqual([]);
      expect(readdirSync(`${temporary()}/${own}`)).toContain('profile');
      const page = await browser.newPage();
      await page.setContent('<h1>Printed</h1>');
      expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
    } finally {
      await browser.close();
      await folder.dispose();
    }
    expect(readdirSync(temporary())).toEqual([]);
    expect(existsSync(dirname(folder.path))).toBe(false);
  },
  60_000,
);
