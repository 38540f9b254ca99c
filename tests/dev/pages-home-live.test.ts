import { describe, expect, test } from 'vitest';
import { homePage } from './pages-home.ts';
import { deckCard, devState, EVENT, finding } from './pages-state.ts';

const { server, page, errors, open, texts, focused } = await homePage();

const session = await page.context().newCDPSession(page);
await session.send('Performance.enable', { timeDomain: 'threadTicks' });

/** CPU time of the page so far, in seconds. */
async function threadSeconds(): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}

describe('a home page that stays open', () => {
  test('stays usable with a thousand decks, and finds one as you type', async () => {
    const decks = Array.from({ length: 1000 }, (_, index) => deckCard(`talk${index}`));
    const findings = decks.map(({ slug, source }) =>
      finding({ file: source ?? '', places: [{ deck: slug, slide: 1 }] }),
    );
    await open(devState({ decks, findings }));
    expect(await page.locator('.finding').count()).toBe(50);
    const before = await threadSeconds();
    await page.evaluate(`(() => {
      const search = document.getElementById('search');
      search.value = 'talk of TALK777';
      search.dispatchEvent(new Event('input'));
      document.body.getBoundingClientRect();
    })()`);
    const after = await threadSeconds();
    expect(await texts('.card:visible .main')).toEqual(['Talk of talk777']);
    // CPU time: other load on the machine does not count.
    expect(after - before).toBeLessThan(0.7);
    await page.locator('.card:visible .count').click();
    expect(await focused()).toBe('content/talks/01-talk777.md:4:1');
  });

  test('shows what a search finds, wherever the page was scrolled to, and stays there on an update', async () => {
    const decks = Array.from({ length: 1200 }, (_, index) => deckCard(`talk${index}`));
    const findings = decks.map(({ source }, line) => finding({ file: source ?? '', line, places: [] }));
    const state = devState({ decks, findings });
    await open(state);
    await page.evaluate('scrollTo(0, document.body.scrollHeight)');
    await page.keyboard.press('/');
    await page.keyboard.type('talk119');
    const inView = () =>
      page.evaluate(`[...document.querySelectorAll('.card:not([hidden])')].flatMap((card) => {
        const { top, bottom } = card.getBoundingClientRect();
        const header = document.querySelector('header').getBoundingClientRect().bottom;
        return top >= header && bottom <= innerHeight ? [card.querySelector('.main').textContent] : [];
      })`);
    expect(await inView()).toContain('Talk of talk119');
    await page.keyboard.press('Escape');
    expect(await inView()).toContain('Talk of talk0');
    await page.evaluate('scrollTo(0, 3000)');
    server.state({ ...state, decks: [...decks, deckCard('late')] });
    await expect.poll(() => page.locator('.card').count()).toBe(1201);
    expect(await page.evaluate('scrollY')).toBe(3000);
  });

  test('keeps what is typed, where, and how far the findings are shown, whatever changes and in any language', async () => {
    const decks = Array.from({ length: 20 }, (_, index) => deckCard(`talk${index}`));
    const findings = Array.from({ length: 120 }, (_, line) => finding({ line: line + 1 }));
    const state = devState({ decks, findings });
    await open(state);
    await page.click('#more');
    expect(await page.locator('.finding').count()).toBe(100);
    await page.fill('#search', 'talk talk');
    await page.evaluate("document.getElementById('search').setSelectionRange(4, 4)");
    const event = state.event && { ...state.event, lang: 'zh', title: 'Anders' };
    server.state({ ...state, event, decks: decks.slice(2), findings: findings.slice(1) });
    await expect.poll(() => page.locator('#title').textContent()).toBe('Anders');
    await page.keyboard.type('1');
    expect(await page.inputValue('#search')).toBe('talk1 talk');
    expect(await page.locator('.card:visible').count()).toBe(10);
    expect(await page.locator('.finding').count()).toBe(100);
    expect(await page.locator('.links a').first().innerText()).toBe('放映');
  });

  test('says that the server is away, and goes on when it is back', async () => {
    await open(devState());
    await server.stop();
    await page.locator('#away').waitFor();
    await server.start();
    await page.locator('#away').waitFor({ state: 'hidden' });
    server.state(devState({ decks: [deckCard('new')] }));
    await page.getByText('Talk of new').first().waitFor();
    errors.length = 0;
  });

  test('a page that comes while the server starts shows nothing older than itself', async () => {
    const titled = (title: string) => devState({ event: { ...EVENT, title } });
    await open(devState());
    await expect.poll(() => server.connections()).toBe(1);
    // What has arrived through that connection is what its worker stores.
    server.state(titled('Old'));
    await page.getByText('Old', { exact: true }).waitFor();
    await server.stop();
    await page.locator('#away').waitFor();
    server.state(titled('New'));
    server.isMute = true;
    await server.start();
    // A frame counts as a page.
    await page.evaluate("document.body.appendChild(document.createElement('iframe')).src = '/'");
    const fresh = page.frames()[1] ?? page.mainFrame();
    try {
      await fresh.locator('#title').waitFor({ state: 'attached' });
      await fresh.evaluate(`(() => {
        const title = document.getElementById('title');
        window.titles = [title.textContent];
        new MutationObserver(() => titles.push(title.textContent))
          .observe(title, { characterData: true, childList: true, subtree: true });
      })()`);
      await fresh.waitForSelector('body[data-ready]');
      await fresh.locator('#away').waitFor();
      server.isMute = false;
      await fresh.locator('#away').waitFor({ state: 'hidden' });
      server.state(titled('Newer'));
      await expect.poll(() => fresh.locator('#title').textContent()).toBe('Newer');
      expect(await fresh.evaluate('titles')).toEqual(['New', 'Newer']);
    } finally {
      server.isMute = false;
      errors.length = 0;
    }
  });

  test('more pages than a browser has connections share one', async () => {
    await open(devState());
    // A frame counts as a page.
    await page.evaluate(`(() => {
      for (let index = 0; index < 7; index += 1) {
        const frame = document.body.appendChild(document.createElement('iframe'));
        frame.src = '/';
      }
    })()`);
    const isReady = async () =>
      Promise.all(page.frames().map((frame) => frame.locator('body[data-ready]').count()));
    await expect.poll(isReady).toEqual(Array(8).fill(1));
    expect(server.connections()).toBe(1);
  });
});
