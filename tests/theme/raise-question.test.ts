import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '../print/start-browser.ts';

const SOURCE = new URL('../../templates/theme/canvas/raise-question.ts', import.meta.url);
const QUESTION = 'Why do bees stay?';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** A question, its answer and another slide, one of them shown, and a router without routes. */
async function open(answer: string, reducedMotion: 'reduce' | 'no-preference'): Promise<Page> {
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(readFileSync(SOURCE, 'utf8'), { compilerOptions: options });
  const page = await browser.newPage({ reducedMotion });
  await page.setContent(`<style>h1 { margin: 0; font: 32px/40px sans-serif } .kind-question h1 { margin: 200px 0 0; font: 64px/80px sans-serif }</style>
    <div id="slideshow">
      <div class="slide kind-question"><div class="hero"><h1>${QUESTION}</h1></div></div>
      <div class="slide kind-answer" style="display: none"><div class="slide-content">
        <h1>${answer}</h1><p class="who">Ida</p><p class="slidev-vclick-target">For the honey.</p></div></div>
    </div>`);
  await page.addScriptTag({
    type: 'module',
    content: `${outputText}
      const hooks = {};
      raiseQuestions({ beforeEach: (hook) => { hooks.before = hook }, afterEach: (hook) => { hooks.after = hook } });
      globalThis.go = async (kind) => {
        hooks.before();
        for (const slide of document.querySelectorAll('.slide')) slide.style.display = slide.matches(kind) ? '' : 'none';
        await hooks.after();
        return document.getAnimations().map(({ effect: { target } }) => target.className || target.localName);
      };`,
  });
  return page;
}

test('from a question to its answer the heading rises from where it stood', async () => {
  const page = await open(QUESTION, 'no-preference');
  const stood = await page.evaluate('document.querySelector(".hero h1").getBoundingClientRect().top');
  expect(await page.evaluate('go(".kind-answer")')).toEqual(['h1', 'who']);
  const begun = await page.evaluate(`(() => {
    for (const animation of document.getAnimations()) { animation.pause(); animation.currentTime = 0; }
    const { top, height } = document.querySelector('.kind-answer h1').getBoundingClientRect();
    return { top, larger: height / 40, rest: getComputedStyle(document.querySelector('.who')).opacity };
  })()`);
  expect(begun).toMatchObject({ rest: '0' });
  const { top, larger } = begun as { top: number; larger: number };
  // A line box is higher than its letters, in proportion.
  expect(Math.abs(top - (stood as number))).toBeLessThan(12);
  expect(larger).toBeCloseTo(2, 1);
  await page.evaluate('for (const animation of document.getAnimations()) animation.finish()');
  const ended = 'document.querySelector(".kind-answer h1").getBoundingClientRect().top';
  expect(await page.evaluate(ended)).toBeLessThan(20);
  await page.close();
});

test('nothing moves on the way back, to the answer of another question, or for those who asked for less motion', async () => {
  const page = await open(`${QUESTION} (1/2)`, 'no-preference');
  expect(await page.evaluate('go(".kind-answer")')).toContain('h1');
  await page.evaluate('for (const animation of document.getAnimations()) animation.finish()');
  expect(await page.evaluate('go(".kind-question")')).toEqual([]);
  await page.close();
  const other = await open('How many are there?', 'no-preference');
  expect(await other.evaluate('go(".kind-answer")')).toEqual([]);
  await other.close();
  const still = await open(QUESTION, 'reduce');
  expect(await still.evaluate('go(".kind-answer")')).toEqual([]);
  await still.close();
});
