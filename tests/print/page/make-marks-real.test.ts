import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeMarksReal, unmakeMarks } from '../../../src/print/page/prepare-pptx.ts';
import { startBrowser } from '../start-browser.ts';

const SLIDE = `<style>
ol { display: grid; gap: 5px; list-style: none; padding: 0 }
li { display: flex; gap: 9px; position: relative }
li::before { content: counter(list-item, decimal-leading-zero) "."; width: 40px; color: rgb(1, 2, 3) }
li::after { content: ""; position: absolute; inset: auto 3px 0 7px; height: 2px; background: rgb(4, 5, 6) }
li.plain::before { display: none }
b { display: inline-flex }
b::before { content: attr(data-monogram); width: 30px; height: 20px; border-radius: 50% }
q::before { content: "a\\"b" } q::after { content: none }
</style><div class="print-slide-container"><ol start="9">
<li>nine</li><li>ten</li><li class="plain">eleven</li></ol><b data-monogram="\u65ed">Name</b><p><q>words</q></p></div>`;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await startBrowser();
  page = await browser.newPage();
  await page.addInitScript('globalThis.__name ??= (target) => target');
  await page.goto('about:blank');
  await page.setContent(SLIDE);
});
afterAll(() => browser.close());

const places = (): Promise<unknown> =>
  page.evaluate(
    `[...document.querySelectorAll('ol, li, b, p, q')].map((each) => [each.tagName, ...Object.values(each.getBoundingClientRect().toJSON())])`,
  );
const textsOf = (selector: string): Promise<unknown> =>
  page.evaluate(`[...document.querySelectorAll('${selector}')].map((each) => each.textContent)`);

test('what CSS draws is there as elements, nothing moves, and it goes again', async () => {
  const [html, before] = [await page.content(), await places()];
  await page.evaluate(makeMarksReal);
  expect(await textsOf('li')).toEqual(['09.nine', '10.ten', 'eleven']);
  expect(await textsOf('b, q')).toEqual(['\u65edName', 'a"bwords']);
  expect(await places()).toEqual(before);
  const rule = await page.evaluate(
    `(({ left, right, bottom, height }, item) => [left - item.left, item.right - right, item.bottom - bottom, height])(
      document.querySelector('li > :last-child').getBoundingClientRect(),
      document.querySelector('li').getBoundingClientRect(),
    )`,
  );
  expect(rule).toEqual([7, 3, 0, 2]);
  expect(await page.evaluate(`getComputedStyle(document.querySelector('li'), '::before').content`)).toBe(
    'none',
  );
  await page.evaluate(unmakeMarks);
  expect([await page.content(), await places()]).toEqual([html, before]);
});
