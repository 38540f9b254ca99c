import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '../print/start-browser.ts';

const SOURCE = new URL('../../templates/theme/canvas/settle-headings.ts', import.meta.url);
const STYLE = '.by-clause, .by-word { word-break: keep-all; overflow-wrap: normal }';
const HEADING = '画地图的人先骑一遍再把每个路口记在本子上';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

test('a heading ends its lines with words, however often it is looked at', async () => {
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(readFileSync(SOURCE, 'utf8'), { compilerOptions: options });
  const page = await browser.newPage();
  await page.setContent(
    `<style>${STYLE}</style><div class="slide"><h1 style="white-space: nowrap; width: max-content">${HEADING}</h1></div>`,
  );
  // Two lines in any font: the first breaks where twelve of twenty characters fit.
  const share = (part: number) =>
    page.evaluate(`{
      const heading = document.querySelector('h1');
      globalThis.whole ??= heading.offsetWidth;
      heading.style = 'width: ' + globalThis.whole * ${part} + 'px';
    }`);
  const settled = () =>
    page.evaluate(`new Promise((resolve) =>
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(document.querySelector('h1').className))))`);
  await share(0.6);
  await page.addScriptTag({
    type: 'module',
    content: `${outputText}\nsettleHeadings(); document.body.append('')`,
  });
  await page.waitForSelector('h1[class]');
  expect(await settled()).toBe('by-word');
  await share(0.63);
  expect(await settled()).toBe('by-word');
  await page.close();
});
