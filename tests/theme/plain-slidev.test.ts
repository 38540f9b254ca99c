import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createServer, resolveOptions } from '@slidev/cli';
import type { Browser } from 'playwright-core';
import { expect, test } from 'vitest';
import { openBrowser } from '../dev/pages-browser.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

test('Slidev itself shows a deck of slides/, in which a link to another deck is only its words', async () => {
  const options = await resolveOptions({ entry: `${ROOT}slides/qa.md` }, 'dev');
  const server = await createServer(options, {
    server: { host: '127.0.0.1', port: 0, open: false },
    logLevel: 'silent',
  });
  let browser: Browser | undefined;
  try {
    await server.listen();
    browser = await openBrowser();
    const page = await browser.newPage();
    // Slides are made on request, which is slow on a busy machine.
    page.setDefaultTimeout(120_000);
    const [url = ''] = server.resolvedUrls?.local ?? [];
    await page.goto(`${url}1`);
    const person = page.locator('.kind-cover .person').first();
    await person.waitFor();
    expect(await person.innerHTML()).not.toContain('<');
    expect(await person.innerText()).toBe('\u5b63\u6615\u534e');
    expect(await page.locator('.slide.kind-cover a[href]').count()).toBe(0);
  } finally {
    await browser?.close();
    await server.close();
    // Slidev writes there when it opens a deck.
    rmSync(`${ROOT}slides/node_modules`, { recursive: true, force: true });
  }
});
