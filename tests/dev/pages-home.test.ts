import { readFile } from 'node:fs/promises';
import type { Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { takenOver } from './pages-browser.ts';
import { homePage } from './pages-home.ts';
import { deckCard, devState, EVENT, finding, HOSTILE, person } from './pages-state.ts';

const { server, browser, page, errors, open, texts, focused } = await homePage();

describe('the home page', () => {
  test('shows every deck with its facts and ways in, and the event with the number of errors', async () => {
    const warning = finding({
      severity: 'warning',
      places: [{ deck: 'ben', slide: 1 }],
      file: 'content/x.md',
    });
    await open(devState({ findings: [finding(), finding({ line: 9 }), warning] }));
    expect(await page.title()).toBe('2 errors \u00b7 The event');
    expect(await texts('.card .main')).toEqual(['Talk of ada', 'Talk of ben', 'Talk of qa']);
    expect(await texts('.card .speaker')).toEqual([
      'ADA \u00b7 Acme \u00b7 CTO',
      'BEN \u00b7 Acme \u00b7 CTO',
      '',
    ]);
    expect(await texts('.card .count:visible')).toEqual(['2 errors', '1 warning']);
    const paths = await page.evaluate<string[]>(
      "[...document.querySelectorAll('.card:last-child .links a')].map((link) => link.getAttribute('href'))",
    );
    expect(paths).toEqual(['/qa/', '/qa/presenter/1', '/qa/overview', '/@talkdeck/pdf/qa.pdf', '/moderate']);
  });

  test('draws the cover of each deck, with monogram and hosts', async () => {
    await open(devState({ decks: [deckCard('ada', {}, { hosts: 'Host Hanna' }), deckCard('ben')] }));
    expect(await texts('.cover h1')).toEqual(['Talk of ada', 'Talk of ben']);
    expect(await texts('.cover .hosts')).toEqual(['Host Hanna']);
    const marks = `[...document.querySelectorAll('.cover .person')].map((each) => getComputedStyle(each, '::before').content)`;
    expect(await page.evaluate(marks)).toEqual(['"A"', '"B"']);
  });

  test('a cover has portraits, and everybody named on the slide, in rows', async () => {
    const dot =
      'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const people = [
      'Maximiliane von Hohenstein',
      'Bartholom\u00e4us Oberhausen',
      'Christophorus Weyermann',
      'Ben',
    ];
    await open(
      devState({
        decks: [deckCard('ada', { people: people.map((name) => person(name, { portrait: dot })) })],
      }),
    );
    expect(await page.locator('.cover .person img').count()).toBe(4);
    expect(await texts('.cover li')).toEqual(people);
    const beyond = await page.evaluate(`(() => {
      const all = [document.querySelector('.cover'), ...document.querySelectorAll('.cover .person')];
      const [cover, ...boxes] = all.map((each) => each.getBoundingClientRect());
      return boxes.filter(({ right, bottom }) => right > cover.right || bottom > cover.bottom).length;
    })()`);
    expect(beyond).toBe(0);
  });

  test('shows texts as texts', async () => {
    await open(
      devState({
        event: { ...EVENT, title: HOSTILE, subtitle: HOSTILE, date: null, look: 'bold' },
        decks: [deckCard('a', { title: HOSTILE, accent: 'url(https://evil.invalid/x)' })],
        findings: [finding({ what: HOSTILE, why: HOSTILE, fix: HOSTILE, frame: `> 1 | ${HOSTILE}` })],
      }),
    );
    expect(await texts('.card .main, .finding .what, .cover h1, #title')).toEqual([
      HOSTILE,
      HOSTILE,
      HOSTILE,
      HOSTILE,
    ]);
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.locator('.card').getAttribute('style')).toBeNull();
    expect(await page.locator('html').getAttribute('data-look')).toBe('bold');
  });

  test('can be read before its scripts run, and holds no style or script of theirs', async () => {
    const title = `</script><script>document.title = 1</script>${HOSTILE}`;
    const decks = [deckCard('ada', { title }), deckCard('ben')];
    server.state(devState({ event: { ...EVENT, title, lang: 'zh-CN' }, decks, findings: [finding()] }));
    const markup = await (await fetch(server.url)).text();
    expect(markup).not.toMatch(/\sstyle=|\son\w+="/);
    expect(markup.match(/<script[^>]*>/g)).toEqual([
      '<script type="module" src="/@talkdeck/home/home-page.js">',
      '<script type="module" src="/@talkdeck/theme/settle-headings.js">',
      '<script type="application/json" id="state">',
    ]);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(server.url);
    expect(await plain.title()).toBe(`1 个错误 \u00b7 ${title}`);
    expect(await plain.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(await plain.locator('.card .main').allInnerTexts()).toEqual([title, 'Talk of ben']);
    expect(await plain.locator('.cover h1').allTextContents()).toEqual([title, 'Talk of ben']);
    // Including colours and sizes, which scripts set otherwise.
    const ground = "getComputedStyle(document.querySelector('.cover .person'), '::before').backgroundColor";
    const size = "document.querySelector('.cover').offsetHeight > 100";
    expect(await plain.evaluate(`[${ground}, ${size}]`)).toEqual(['rgb(184, 50, 79)', true]);
    expect(await plain.getByRole('link', { name: '放映' }).count()).toBe(2);
    expect(await plain.locator('.finding .source').innerText()).toBe('content/talks/01-ada.md:4:1');
    await context.close();
  });

  test('takes over what came with it: no element is made again', async () => {
    server.state(devState());
    const main = "document.querySelector('.card .main')";
    await takenOver(page, server.url, 'home-page', () => page.evaluate(`${main}.isFirst = true`));
    expect(await page.evaluate(`${main}.isFirst`)).toBe(true);
  });

  test('keeps what was typed before its scripts ran, and where', async () => {
    server.state(devState({ decks: Array.from({ length: 30 }, (_, index) => deckCard(`talk${index}`)) }));
    await takenOver(page, server.url, 'home-page', async () => {
      await page.fill('#search', 'alk2');
      await page.evaluate("document.getElementById('search').setSelectionRange(0, 0)");
    });
    await page.keyboard.type('t');
    expect(await page.inputValue('#search')).toBe('talk2');
    expect(await page.locator('.card:visible').count()).toBe(11);
  });

  test('colours come from the state, if it has any', async () => {
    await open(devState({ decks: [deckCard('ada', { accent: 'var(--accent-2)' })] }));
    const colors = () =>
      page.evaluate(`['.card', '.cover > .slide'].map((each) => {
        const { style, dataset } = document.querySelector(each);
        return [style.getPropertyValue('--accent'), dataset.accent ?? null];
      })`);
    expect(await colors()).toEqual([
      ['var(--accent-2)', null],
      ['var(--accent-2)', null],
    ]);
    server.state(devState({ decks: [deckCard('ada', { title: 'Later', accent: 'no colour' })] }));
    await expect.poll(() => texts('.card .main')).toEqual(['Later']);
    expect(await colors()).toEqual([
      ['', null],
      ['', null],
    ]);
  });

  test('of two requests for colours the later one holds, whichever is answered first', async () => {
    // In a context of its own: the worker of the pages before would tell it of their last state, too.
    const page = await browser.newPage();
    // The first event of a page sends a request, too, after everything else is loaded.
    const atFirst = page.waitForResponse((answer) => answer.request().resourceType() === 'fetch');
    server.state(devState());
    await page.goto(server.url);
    expect((await atFirst).url()).toContain('look.css');
    const asked: Route[] = [];
    await page.route('**/look.css', (route) => void asked.push(route));
    try {
      for (const title of ['One', 'Two']) {
        server.state(devState({ decks: [deckCard('ada', { title })] }));
        await expect.poll(() => asked.length).toBe(title === 'One' ? 1 : 2);
      }
      const paper = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
      const [first, second] = asked;
      await second?.fulfill({ contentType: 'text/css', body: ':root { --paper: rgb(2, 2, 2) }' });
      await expect.poll(paper).toBe('rgb(2, 2, 2)');
      await first?.fulfill({ contentType: 'text/css', body: ':root { --paper: rgb(1, 1, 1) }' });
      await (await first?.request().response())?.finished();
      await page.evaluate(
        'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))',
      );
      expect(await paper()).toBe('rgb(2, 2, 2)');
    } finally {
      await page.close();
    }
  });

  test('after an edit lines of a cover end as those of its new words', async () => {
    const titled = (title: string) => devState({ decks: [deckCard('ada', { title })] });
    await open(titled('\u5f00\u6e90\u200b\u8f6f\u4ef6\uff0c\u200b\u4e0e\u4e91'));
    // As settle-headings.ts does where a line would break badly.
    await page.evaluate(`{
      const title = document.querySelector('.cover h1');
      title.classList.add('by-clause');
      title.querySelector('wbr').hidden = true;
    }`);
    server.state(titled('\u4e00\u4e2a\u200b\u65b0\u7684\u200b\u9898\u76ee'));
    await expect.poll(() => texts('.cover h1')).toEqual(['\u4e00\u4e2a\u65b0\u7684\u9898\u76ee']);
    expect(await page.locator('.cover h1.by-clause, .cover h1 wbr[hidden]').count()).toBe(0);
  });

  test('changes in place: focus and scroll position stay', async () => {
    const decks = ['ada', 'ben', 'cid', 'qa'].map((slug) => deckCard(slug));
    const findings = Array.from({ length: 30 }, (_, index) => finding({ line: index + 1 }));
    await open(devState({ decks, findings }));
    await page.locator('.finding .source').nth(20).focus();
    const top = () => page.evaluate<number>('document.activeElement.getBoundingClientRect().top');
    const before = await top();
    const changed = findings.map((each) => ({ ...each, line: each.line + 1 }));
    const others = ['ada', 'cid', 'dan', 'qa'].map((slug) => deckCard(slug));
    server.state(devState({ decks: others, findings: changed }));
    await expect
      .poll(() => texts('.card .main'))
      .toEqual(['ada', 'cid', 'dan', 'qa'].map((slug) => `Talk of ${slug}`));
    expect(await focused()).toBe('content/talks/01-ada.md:22:1');
    expect(Math.abs((await top()) - before)).toBeLessThan(2);
    server.state(devState({ decks }));
    await expect.poll(() => page.locator('.finding').count()).toBe(0);
    expect(await page.title()).toBe('The event');
  });

  test('the mark of a frame is below its place, after Chinese too', async () => {
    const frame = [
      '  1 | # \u6807\u9898',
      '> 2 | - TiDB \u7684\u5bf9\u624b\uff0c[\u4e5f\u662f](./x.md)\u963f\u91cc',
      '    |                       ^^^^^^',
    ].join('\n');
    await open(devState({ findings: [finding({ frame })] }));
    const [place, mark] = await page.evaluate<[number[], number[]]>(`(() => {
      const span = (node, from, to) => {
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, to);
        const { left, right } = range.getBoundingClientRect();
        return [left, right];
      };
      const line = [...document.querySelector('.frame .at').childNodes].find((node) => node.textContent.includes('x.md'));
      const start = line.textContent.indexOf('./x.md');
      return [span(line, start, start + 6), span(document.querySelector('.frame .mark').firstChild, 0, 6)];
    })()`);
    expect(place.map((x, index) => Math.abs(x - (mark[index] ?? 0)) < 1)).toEqual([true, true]);
    expect(await page.locator('.frame').textContent()).toBe(frame);
  });

  test('a place opens in the editor, and says if it does not', async () => {
    await open(devState({ findings: [finding()] }));
    await page.click('.finding .source');
    await page.getByText('Opened in your editor.').waitFor();
    expect(server.posts).toEqual([['edit', { file: 'content/talks/01-ada.md', line: 4, column: 1 }]]);
    // A screen reader announces a repeated message as new.
    const said = "document.querySelector('.notice span')";
    await page.evaluate(`${said}.isOld = true`);
    await page.click('.finding .source');
    await expect.poll(() => page.evaluate(`${said}.isOld ?? false`)).toBe(false);
    server.refusal = { status: 502, message: 'No editor was found.' };
    await page.click('.finding .source');
    await page.getByText('No editor was found.').waitFor();
    expect(errors.splice(0)).toHaveLength(1);
  });

  test('a PDF says that it is being made', async () => {
    await open(devState());
    let make = () => {};
    server.pdfMade = new Promise((resolve) => {
      make = resolve;
    });
    const link = page.locator('.card .pdf').first();
    const download = page.waitForEvent('download');
    await link.click();
    expect(await link.innerText()).toMatch(/Making it\u2026 \d+ s/);
    make();
    expect((await download).suggestedFilename()).toBe('ada.pdf');
    await expect.poll(() => link.innerText()).toBe('PDF');
    server.refusal = { status: 422, message: 'There is no browser to print with.' };
    await link.click();
    await page.getByText('There is no browser to print with.').waitFor();
    expect(errors.splice(0)).toHaveLength(1);
  });

  test('arrows go from card to card', async () => {
    await open(devState({ decks: ['a', 'b', 'c', 'd', 'e'].map((slug) => deckCard(slug)) }));
    for (const [key, slug] of [
      ['ArrowDown', 'a'],
      ['ArrowRight', 'b'],
      ['ArrowRight', 'c'],
      ['ArrowRight', 'd'],
      ['ArrowUp', 'a'],
      ['ArrowUp', 'a'],
      ['End', 'e'],
      ['ArrowLeft', 'd'],
    ] as const) {
      await page.keyboard.press(key);
      expect([key, await focused()]).toEqual([key, `Talk of ${slug}`]);
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(`${server.url}/d/`);
  });

  test('is in the language of the event, with what keeps edits from showing', async () => {
    const event = { ...EVENT, title: '\u6d3b\u52a8', date: null, lang: 'zh-CN' };
    await open(devState({ event, problem: { message: 'speaker.md.hbs: line 3', hint: 'Close the block.' } }));
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(await page.locator('.links a').first().innerText()).toBe('\u653e\u6620');
    expect(await page.locator('#problem').innerText()).toContain('speaker.md.hbs: line 3');
    expect(await page.title()).toBe('1 \u4e2a\u9519\u8bef \u00b7 \u6d3b\u52a8');
    expect(await page.locator('#counts').innerText()).toBe('1 \u4e2a\u9519\u8bef');
    server.state(devState({ event: null, decks: [] }));
    await page.getByText('There is no deck yet.').waitFor();
  });

  test.each(['home', 'moderate'])('%s.html has no script or style of its own', async (name) => {
    const markup = await readFile(new URL(`../../templates/dev/${name}.html`, import.meta.url), 'utf8');
    expect(markup).not.toMatch(/<script(?![^>]* src=)|<style|\s(?:style|on\w+)=/);
  });
});
