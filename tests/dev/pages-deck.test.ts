import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DevState } from '../../src/dev/state/dev-state.ts';
import { HANGS_MS, openBrowser } from './pages-browser.ts';
import { type PagesServer, servePages } from './pages-server.ts';
import { deckCard, devState, finding, HOSTILE } from './pages-state.ts';

let browser: Browser;
let server: PagesServer;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  server = await servePages(devState());
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(HANGS_MS);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function open(path: string, state: DevState): Promise<void> {
  await page.goto('about:blank');
  server.posts.length = 0;
  server.state(state);
  await page.goto(server.url + path);
  // The first state sets the title; after that everything is ready.
  await expect.poll(() => page.title()).toContain(state.decks[0]?.title ?? '');
  await expect.poll(() => page.locator('#talkdeck-overlay').getAttribute('hidden')).toBeNull();
}
/** Visible parts of the slide's overlay. */
const shown = async () => {
  const parts = ['panel', 'badge', 'dot'];
  const visible = await Promise.all(parts.map((part) => page.locator(`.${part}`).isVisible()));
  return parts.filter((_, index) => visible[index]);
};
const moves = () => page.evaluate<number[]>('window.__slidev__.moves');

describe('over a slide', () => {
  test('its errors are shown, as text, on less than half of it, until they are fixed', async () => {
    const many = Array.from({ length: 9 }, () => finding({ what: HOSTILE }));
    await open('/ada/2', devState({ findings: many }));
    expect(await shown()).toEqual(['panel']);
    expect(await page.locator('.panel .what').first().textContent()).toBe(HOSTILE);
    expect(await page.locator('.panel .source').first().textContent()).toBe('content/talks/01-ada.md:4:1');
    const covered = await page.evaluate<number>(`(() => {
      const slide = document.getElementById('slide-content').getBoundingClientRect();
      const root = document.getElementById('talkdeck-overlay').shadowRoot;
      const panel = root.querySelector('.panel').getBoundingClientRect();
      return (slide.bottom - panel.top) / slide.height;
    })()`);
    expect(covered).toBeGreaterThan(0.1);
    expect(covered).toBeLessThan(0.5);
    server.state(devState());
    await expect.poll(shown).toEqual([]);
  });

  test('nothing is shown for errors of another slide, nor in print', async () => {
    const state = devState({ findings: [finding()] });
    await open('/ada/3', state);
    expect(await shown()).toEqual([]);
    await page.evaluate("history.pushState(null, '', '/ada/2')");
    await expect.poll(shown).toEqual(['panel']);
    await page.emulateMedia({ media: 'print' });
    expect(await shown()).toEqual([]);
    await page.emulateMedia({ media: null });
    for (const path of ['/ada/2?print', '/ada/print', '/ada/export/2', '/ada/overview', '/ben/2']) {
      await page.evaluate(`history.pushState(null, '', '${path}')`);
      await expect.poll(shown).toEqual([]);
    }
  });

  test('in full screen the audience sees a dot, the presenter all', async () => {
    await open('/ada/2', devState({ findings: [finding()] }));
    await page.evaluate('document.body.requestFullscreen()');
    await expect.poll(shown).toEqual(['dot']);
    await page.mouse.move(200, 200);
    expect(await page.locator('.edit').isVisible()).toBe(false);
    await page.evaluate("history.pushState(null, '', '/ada/presenter/2')");
    await expect.poll(shown).toEqual(['panel']);
    await page.evaluate('document.exitFullscreen()');
  });

  test('what was folded stays folded, even after a reload', async () => {
    const state = devState({ findings: [finding()] });
    await open('/ada/2', state);
    await page.click('.fold');
    expect(await shown()).toEqual(['badge']);
    await open('/ada/2', state);
    expect(await shown()).toEqual(['badge']);
    await page.click('.badge');
    expect(await shown()).toEqual(['panel']);
    await open('/ada/2', state);
    expect(await shown()).toEqual(['panel']);
  });

  test('warnings are a badge, that opens for this slide only', async () => {
    const places = [2, 3].map((slide) => ({ deck: 'ada', slide }));
    await open('/ada/2', devState({ findings: [finding({ severity: 'warning', places })] }));
    expect(await shown()).toEqual(['badge']);
    expect(await page.locator('.badge').textContent()).toBe('1 warning');
    await page.click('.badge');
    expect(await shown()).toEqual(['panel']);
    await page.evaluate("history.pushState(null, '', '/ada/3')");
    await expect.poll(shown).toEqual(['badge']);
  });

  test('what keeps all edits from showing is said on every slide', async () => {
    await open(
      '/ben/1',
      devState({ problem: { message: 'cover.md.hbs: line 3', hint: null }, decks: [deckCard('ben')] }),
    );
    expect(await page.locator('.panel').innerText()).toContain('cover.md.hbs: line 3');
  });

  test('the presenter, but not the audience, is told that the server is gone, until it is back', async () => {
    for (const [path, isTold] of [
      ['/ada/2', false],
      ['/ada/presenter/2', true],
    ] as const) {
      await open(path, devState());
      const away = page.locator('.away');
      await server.stop();
      await expect.poll(() => away.getAttribute('hidden')).toBeNull();
      expect(await away.isVisible()).toBe(isTold);
      expect(await away.textContent()).toContain('The server is away.');
      await server.start();
      await expect.poll(() => away.getAttribute('hidden')).not.toBeNull();
    }
  });

  test('the styles of the page do not reach it', async () => {
    await open('/ada/2', devState({ findings: [finding()] }));
    expect((await page.locator('.fold').boundingBox())?.height).toBeLessThan(60);
  });
});

describe('the source of a slide', () => {
  test('opens with a button that comes with the mouse', async () => {
    await open('/ada/4', devState());
    expect(await page.locator('.edit').isVisible()).toBe(false);
    await page.mouse.move(100, 100);
    await page.mouse.move(200, 200);
    await page.click('.edit');
    await page.getByText('Opened in your editor.').waitFor();
    expect(server.posts).toEqual([['edit', { deck: 'ada', slide: 4 }]]);
  });

  test('opens with E, unless E is for something else', async () => {
    await open('/ada/4', devState());
    await page.evaluate("document.getElementById('field').hidden = false");
    await page.focus('#field');
    await page.keyboard.press('e');
    await page.evaluate('document.activeElement.blur()');
    await page.keyboard.press('Control+e');
    // As Slidev does while drawing.
    await page.evaluate("addEventListener('keydown', (event) => event.preventDefault(), { once: true })");
    await page.keyboard.press('e');
    expect(server.posts).toEqual([]);
    await page.keyboard.press('e');
    await expect.poll(() => server.posts).toEqual([['edit', { deck: 'ada', slide: 4 }]]);
  });
});

describe('the lines that a slide cites', () => {
  const panel = () => page.locator('.cited');
  test('come with L, as text, over its lower part, and go with it', async () => {
    const lines = Array.from({ length: 60 }, (_, index) => ({ line: index + 73, text: HOSTILE }));
    server.lines = { lines, more: 2 };
    await open('/ada/4', devState());
    await page.keyboard.press('l');
    await panel().waitFor();
    expect(await panel().locator('li').first().innerText()).toBe(`L73\n${HOSTILE}`);
    expect(await panel().locator('li').last().innerText()).toBe('and 2 more lines');
    expect((await panel().boundingBox())?.height).toBeLessThan(800 / 2);
    await page.keyboard.press('l');
    await expect.poll(() => panel().isVisible()).toBe(false);
  });

  test('follow the slide and its edits, and are closed in full screen', async () => {
    server.lines = { lines: [{ line: 7, text: 'Ada: First.' }], more: 0 };
    await open('/ada/presenter/2', devState());
    await page.mouse.move(100, 100);
    await page.mouse.move(200, 200);
    await page.click('.lines');
    await panel().getByText('Ada: First.').waitFor();
    server.lines = { lines: [], more: 0 };
    await page.evaluate("history.pushState(null, '', '/ada/presenter/3')");
    await panel().getByText('This slide cites no lines that the transcript has.').waitFor();
    server.lines = { lines: [{ line: 8, text: 'Ada: Second.' }], more: 0 };
    server.state(devState({ decks: [deckCard('ada', { title: 'Later' })] }));
    await panel().getByText('Ada: Second.').waitFor();
    await page.evaluate("history.pushState(null, '', '/ada/3')");
    await page.evaluate('document.body.requestFullscreen()');
    await expect.poll(() => panel().isVisible()).toBe(false);
    await page.keyboard.press('l');
    await page.evaluate('document.exitFullscreen()');
    // Had the first opened it, this one would close it.
    await page.keyboard.press('l');
    await panel().getByText('Ada: Second.').waitFor();
  });

  test('are not for guests, who are told so', async () => {
    server.lines = null;
    await open('/ada/4', devState());
    await page.keyboard.press('l');
    await page.getByText('Only one of your own devices may do that.').waitFor();
    expect(await panel().isVisible()).toBe(false);
  });
});

describe('a page of a deck', () => {
  test('goes where the moderator wants it, unless it is of another deck, an overview or a print', async () => {
    await open('/ada/presenter/2', devState());
    server.show({ deck: 'ben', slide: 5 });
    server.show({ deck: 'ada', slide: 7 });
    await expect.poll(moves).toEqual([7]);
    await page.evaluate("history.pushState(null, '', '/ada/overview')");
    server.show({ deck: 'ada', slide: 3 });
    server.state(devState({ decks: [deckCard('ada', { title: 'Later' })] }));
    await expect.poll(() => page.title()).toContain('Later');
    expect(await moves()).toEqual([7]);
  });

  test('has the title of its deck, in front of which Slidev may write', async () => {
    await open('/ada/1', devState());
    expect(await page.title()).toBe('Talk of ada');
    server.state(devState({ decks: [deckCard('ada', { title: 'A new one' })] }));
    await expect.poll(() => page.title()).toBe('A new one');
    expect(await page.evaluate('window.__slidev__.configs.themeConfig.title')).toBe('A new one');
    // As Slidev does on entering presenter mode.
    await page.evaluate("document.title = 'Presenter - As loaded'");
    await expect.poll(() => page.title()).toBe('Presenter - A new one');
  });
});

describe('in a frame of an editor', () => {
  /** The page of a deck beside a text, as the editor shows it. */
  const framed = async (path: string) => {
    await open('/ada/1', devState());
    server.posts.length = 0;
    await page.setContent(
      `<textarea autofocus></textarea><iframe src="${server.url}${path}?editor=k"></iframe>`,
    );
    const frame = () => page.frames()[1] ?? page.mainFrame();
    const says = <T>(words: string) => frame().evaluate<T>(words);
    await expect.poll(() => says<boolean>("Boolean(document.querySelector('#talkdeck-overlay'))")).toBe(true);
    return { frame, says };
  };

  /** Once the page has checked its position again. */
  const clicksAfterLooking = async (says: <T>(words: string) => Promise<T>) => {
    await says('void (__slidev__.looks = 0)');
    await expect.poll(() => says<number>('__slidev__.looks')).toBeGreaterThan(6);
    return await says('__slidev__.nav.clicks');
  };

  test('a slide is shown whole, follows the cursor, even into another deck, and does not take the focus', async () => {
    const { frame, says } = await framed('/ada/2');
    await says('void (__slidev__.nav.clicksTotal = 3)');
    await expect.poll(() => says('__slidev__.nav.clicks')).toBe(3);
    server.show({ deck: 'ada', slide: 7 });
    await expect.poll(() => frame().url()).toContain('/ada/7');
    await expect.poll(() => says('__slidev__.nav.clicks')).toBe(3);
    // One more point, as an edit adds it.
    await says('void (__slidev__.nav.clicksTotal = 4)');
    await expect.poll(() => says('__slidev__.nav.clicks')).toBe(4);
    server.show({ deck: 'ben', slide: 5 });
    await expect.poll(() => frame().url()).toContain('/ben/5?editor');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA');
    expect(server.posts).toEqual([]);
  });

  test('the editor hears where a reader goes on, who sees the clicks then', async () => {
    const { says } = await framed('/ada/2');
    // It knows its position.
    await clicksAfterLooking(says);
    await page.frameLocator('iframe').locator('#slide-content').click();
    await says("history.pushState(null, '', '/ada/3')");
    await expect.poll(() => server.posts).toEqual([['at', { deck: 'ada', slide: 3 }]]);
    await says('void (__slidev__.nav.clicksTotal = 3)');
    await says("history.pushState(null, '', '/ada/4')");
    expect(await clicksAfterLooking(says)).toBe(0);
  });

  test('a presenter who goes on, click by click, is not led to the last one', async () => {
    const { says } = await framed('/ada/2');
    await says('void (__slidev__.nav.clicksTotal = 3)');
    await expect.poll(() => says('__slidev__.nav.clicks')).toBe(3);
    expect(await clicksAfterLooking(says)).toBe(3);
    await says('void (__slidev__.nav.clicks = 2)');
    expect(await clicksAfterLooking(says)).toBe(2);
    await says("history.pushState(null, '', '/ada/4'); __slidev__.nav.clicks = 0");
    expect(await clicksAfterLooking(says)).toBe(0);
  });
});
