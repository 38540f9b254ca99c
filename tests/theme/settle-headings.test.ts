import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '../print/start-browser.ts';

const SOURCE = new URL('../../templates/theme/canvas/settle-headings.ts', import.meta.url);
const STYLE =
  '.by-clause, .by-word { word-break: keep-all; overflow-wrap: normal } .word-ends { word-break: keep-all }';
const HEADING = '画地图的人先骑一遍再把每个路口记在本子上';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

test('a number and its unit end up on one line, where that takes no more lines', async () => {
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(readFileSync(SOURCE, 'utf8'), { compilerOptions: options });
  const page = await browser.newPage();
  const heading = 'Our whole dump has <b>4.2</b> and 4.2 MB';
  await page.setContent(`<style>h1 { width: 100%; text-wrap: wrap } div { width: max-content }</style>
    <div class="slide"><h1>${heading}</h1></div>`);
  // The last word alone stands on the second line.
  await page.evaluate(`{
    const box = document.querySelector('div');
    box.style.width = box.offsetWidth - 4 + 'px';
  }`);
  const lines = () =>
    page.evaluate(`(() => {
      const text = document.querySelector('h1').lastChild;
      const top = (word) => {
        const range = document.createRange();
        const at = text.data.indexOf(word);
        range.setStart(text, at);
        range.setEnd(text, at + word.length);
        return range.getBoundingClientRect().top;
      };
      return [top('and'), top('4.2'), top('MB')].map((each, _, [first]) => each > first);
    })()`);
  expect(await lines()).toEqual([false, false, true]);
  await page.addScriptTag({
    type: 'module',
    content: `${outputText}\nsettleHeadings(); document.body.append('')`,
  });
  await expect.poll(lines).toEqual([false, true, true]);
  await page.close();
});

test.each([
  ['a heading', 'h1', 'by-word'],
  ['Chinese text of a slide', 'p', 'word-ends'],
])('%s ends its lines with words, however often it is looked at', async (_, tag, way) => {
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(readFileSync(SOURCE, 'utf8'), { compilerOptions: options });
  const page = await browser.newPage();
  await page.setContent(
    `<style>${STYLE}</style><div class="slide" lang="zh-CN"><div class="slide-content">
      <${tag} style="white-space: nowrap; width: max-content">${HEADING}</${tag}></div></div>`,
  );
  // Two lines in any font: the first breaks where twelve of twenty characters fit.
  const share = (part: number) =>
    page.evaluate(`{
      const heading = document.querySelector('${tag}');
      globalThis.whole ??= heading.offsetWidth;
      heading.style = 'width: ' + globalThis.whole * ${part} + 'px';
    }`);
  const settled = () =>
    page.evaluate(`new Promise((resolve) =>
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(document.querySelector('${tag}').className))))`);
  await share(0.6);
  await page.addScriptTag({
    type: 'module',
    content: `${outputText}\nsettleHeadings(); document.body.append('')`,
  });
  await page.waitForSelector(`${tag}[class]`);
  expect(await settled()).toBe(way);
  await share(0.63);
  expect(await settled()).toBe(way);
  // Fonts arrive while another slide is shown.
  const display = (how: string) => page.evaluate(`document.querySelector('.slide').style.display = '${how}'`);
  await display('none');
  await page.evaluate("document.fonts.dispatchEvent(new Event('loadingdone'))");
  await display('');
  expect(await settled()).toBe(way);
  await page.close();
});
