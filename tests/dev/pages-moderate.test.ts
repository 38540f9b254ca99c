import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DevState } from '../../src/dev/state/dev-state.ts';
import { HANGS_MS, openBrowser, takenOver } from './pages-browser.ts';
import { type PagesServer, servePages } from './pages-server.ts';
import { devState, EVENT, HOSTILE, question } from './pages-state.ts';

const QUESTIONS = devState({
  questions: [
    question(1, { text: '\u5f00\u6e90\u4e0e\u4e91' }),
    question(2, { text: HOSTILE, askedTo: ['BEN'] }),
    question(3),
    question(4, { answeredBy: ['CID'] }),
  ],
});

let browser: Browser;
let server: PagesServer;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  server = await servePages(QUESTIONS);
  context = await browser.newContext();
  page = await context.newPage();
  page.setDefaultTimeout(HANGS_MS);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function open(state: DevState = QUESTIONS): Promise<void> {
  await page.goto('about:blank');
  server.posts.length = 0;
  server.refusal = null;
  server.state(state);
  await page.goto(`${server.url}/moderate`);
  await page.waitForSelector('body[data-ready]');
}
const forget = () => page.evaluate('localStorage.clear()');
const texts = (selector: string) => page.locator(selector).allTextContents();
const numbers = (rows = '') => texts(`.question${rows} .number`);
const selected = async () => (await numbers('[aria-current]')).join();

describe("the moderator's view", () => {
  test('has all questions by topic, with who asks and who answers', async () => {
    await open();
    expect(await texts('h2')).toEqual(['Odd2 of 2 open', 'Even2 of 2 open']);
    expect(await numbers()).toEqual(['1', '3', '2', '4']);
    expect(await texts('.question .text')).toContain(HOSTILE);
    const second = page.locator('.question').nth(2);
    expect(await second.locator('.role').allTextContents()).toEqual([
      'Asked byHost',
      'ToBEN',
      'Answered byADA',
    ]);
    expect(await page.locator('#open').textContent()).toBe('4 of 4 open');
  });

  test.each([
    ['quiet', 'rgb(184, 50, 79)'],
    ['bold', 'rgb(92, 200, 255)'],
  ] as const)('a person has the colour that they have on slides of the look %s', async (look, color) => {
    await open({ ...QUESTIONS, event: { ...EVENT, look } });
    const dot = "document.querySelector('.question').querySelectorAll('.role')[1].querySelector('.dot')";
    await page.locator('.question .dot').first().waitFor();
    expect(await page.evaluate(`getComputedStyle(${dot}).backgroundColor`)).toBe(color);
    // The page itself is dark, whatever the decks are.
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(14, 16, 20)');
  });

  test('one key puts a question on screen; which one is there is marked', async () => {
    await open();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => server.posts).toEqual([['show', { deck: 'qa', slide: 6 }]]);
    await expect.poll(() => numbers('.on-screen')).toEqual(['2']);
    await page.locator('.question').last().locator('.show').click();
    await expect.poll(() => numbers('.on-screen')).toEqual(['4']);
    // After a click, keys continue from there.
    await page.keyboard.press('ArrowUp');
    expect(await selected()).toBe('2');
    server.show({ deck: 'qa', slide: 3 });
    await expect.poll(() => numbers('.on-screen')).toEqual(['1']);
  });

  test('says so when a question could not be shown', async () => {
    await open();
    server.refusal = { status: 404, message: 'There is no such slide.' };
    await page.keyboard.press('Enter');
    await page.getByText('Not shown. There is no such slide.').waitFor();
    expect(await numbers('.on-screen')).toEqual([]);
    server.refusal = null;
    await page.keyboard.press('Enter');
    await page.locator('#failure').waitFor({ state: 'hidden' });
  });

  test('follows the screen of the audience, and notices when it is closed', async () => {
    await open();
    expect(await page.locator('#screen').textContent()).toBe('No audience screen is open in this browser.');
    const audience = await context.newPage();
    await audience.goto(`${server.url}/qa/7`);
    // The second slide of question 2.
    await expect.poll(() => numbers('.on-screen')).toEqual(['2']);
    await page.keyboard.press('Enter');
    await audience.waitForURL('**/qa/3');
    await expect.poll(() => page.locator('#screen').textContent()).toContain('On screen: 1');
    await audience.close();
    await expect.poll(() => numbers('.on-screen')).toEqual([]);
  });

  test('finds as you type, and shows what was found', async () => {
    await open();
    await page.keyboard.press('/');
    for (const [query, found, best] of [
      ['\u6e90\u4e0e', ['1'], '1'],
      ['cid', ['4'], '4'],
      ['even', ['2', '4'], '2'],
      ['3', ['3'], '3'],
      ['', ['1', '3', '2', '4'], '1'],
      ['#4', ['4'], '4'],
    ] as const) {
      await page.fill('#search', query);
      expect([query, await numbers(), await selected()]).toEqual([query, found, best]);
    }
    // x and the space bar are text here.
    await page.keyboard.type(' x');
    expect(await texts('#empty')).toEqual(['Nothing found.']);
    expect(await page.locator('#open').textContent()).toBe('4 of 4 open');
    await page.fill('#search', 'even');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => server.posts).toEqual([['show', { deck: 'qa', slide: 12 }]]);
    await page.keyboard.press('Escape');
    expect(await numbers()).toEqual(['1', '3', '2', '4']);
    expect(await selected()).toBe('4');
  });

  test('keeps what is typed and who is chosen while questions change', async () => {
    await open();
    await page.fill('#search', 'even');
    await page.keyboard.press('ArrowDown');
    expect(await selected()).toBe('4');
    const [first, ...rest] = QUESTIONS.questions;
    server.state({ ...QUESTIONS, questions: first ? [...rest, { ...first, topic: 'Even' }] : [] });
    await expect.poll(() => numbers()).toEqual(['2', '4', '1']);
    expect(await selected()).toBe('4');
    await page.keyboard.press('Enter');
    await expect.poll(() => server.posts).toEqual([['show', { deck: 'qa', slide: 12 }]]);
    await page.keyboard.type('x');
    expect(await page.inputValue('#search')).toBe('evenx');
  });

  test('takes over what came with it, with what was typed and ticked before', async () => {
    await open();
    await forget();
    await takenOver(page, `${server.url}/moderate`, 'moderate-page', async () => {
      await page.evaluate("document.querySelector('.question .text').isFirst = true");
      await page.locator('.question .mark').nth(2).click();
      await page.fill('#search', 'dd');
      await page.evaluate("document.getElementById('search').setSelectionRange(0, 0)");
    });
    expect(await page.evaluate("document.querySelector('.question .text').isFirst")).toBe(true);
    expect([await page.inputValue('#search'), await numbers()]).toEqual(['dd', ['1', '3']]);
    await page.keyboard.type('o');
    expect(await page.inputValue('#search')).toBe('odd');
    await page.keyboard.press('Escape');
    expect(await numbers('.answered:has(:checked)')).toEqual(['2']);
    await open();
    expect(await numbers('.answered:has(:checked)')).toEqual(['2']);
    await forget();
  });

  test('has the colours of people before its scripts run', async () => {
    server.state(QUESTIONS);
    const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await plain.goto(`${server.url}/moderate`);
    const colors = `[...document.querySelectorAll('.question:first-child .dot')]
      .map((dot) => getComputedStyle(dot).backgroundColor)`;
    // The host has no deck.
    expect(await plain.evaluate<string[]>(colors)).toContain('rgb(184, 50, 79)');
    expect(await plain.evaluate<string[]>(colors)).toContain('rgba(0, 0, 0, 0)');
    await plain.context().close();
  });

  test('Enter that ends the input of Chinese shows nothing', async () => {
    await open();
    await page.focus('#search');
    await page.evaluate(`document.activeElement.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }),
    )`);
    await page.evaluate(`document.activeElement.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true }),
    )`);
    await page.keyboard.press('Enter');
    await expect.poll(() => server.posts.length).toBe(1);
  });

  test('marks survive a reload, a moved question and a new title of the event; they can be undone', async () => {
    await open();
    await forget();
    await open();
    await page.keyboard.press('x');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(' ');
    await page.locator('.question').last().locator('.mark').click();
    expect(await numbers('.answered')).toEqual(['1', '3', '4']);
    await page.getByText('Question 4 is marked as answered.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await numbers('.answered')).toEqual(['1', '3']);
    expect(await page.locator('#open').textContent()).toBe('2 of 4 open');
    await open();
    expect(await numbers('.answered')).toEqual(['1', '3']);
    const [first, ...rest] = QUESTIONS.questions;
    const moved = [...rest, ...(first ? [{ ...first, number: 9, slide: 30 }] : [])];
    const event = QUESTIONS.event && { ...QUESTIONS.event, title: 'Another title' };
    server.state({ ...QUESTIONS, questions: moved, event });
    await expect.poll(() => numbers('.answered')).toEqual(['3', '9']);
    await page.keyboard.press('x');
    await page.keyboard.press('u');
    expect(await numbers('.answered')).toEqual(['3', '9']);
  });

  test('marks are of one event, and known to all windows of the browser', async () => {
    await open();
    await forget();
    await open();
    const other = await context.newPage();
    await other.goto(`${server.url}/moderate`);
    await other.waitForSelector('.question');
    await page.keyboard.press('x');
    await expect.poll(() => other.locator('.question.answered .number').allTextContents()).toEqual(['1']);
    await other.close();
    const event = QUESTIONS.event && { ...QUESTIONS.event, title: 'Next year' };
    await open({ ...QUESTIONS, event });
    expect(await numbers('.answered')).toEqual([]);
  });

  test('the screen of the audience opens in a window of its own, once', async () => {
    await open();
    const opened = context.waitForEvent('page');
    await page.click('#open-screen');
    const audience = await opened;
    await audience.waitForURL('**/qa/');
    await audience.evaluate("history.pushState(null, '', '/qa/4')");
    await page.click('#open-screen');
    await expect.poll(() => page.locator('#screen').textContent()).toContain('On screen: 1');
    expect(audience.url()).toBe(`${server.url}/qa/4`);
    expect(context.pages()).toHaveLength(2);
    await audience.close();
  });
});
