import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { areAt, holdMoves, holds, type LiveMeetup, leadTo, mark, place, shows, TALK, WORDS } from './live.ts';
import { sharedLive, sharedTalk } from './shared-live.ts';

let live: LiveMeetup;
/** Each in its own browser context. */
let audience: Page;
let presenter: Page;
const both = (): readonly Page[] => [audience, presenter];

beforeAll(async () => {
  live = await sharedLive();
  audience = await sharedTalk();
  await audience.evaluate('window.mark = "here"');
  presenter = await live.open('huang-dongxu/presenter/5', 'presenter');
});
afterAll(() => presenter.close());

beforeEach(() => leadTo([...both()].reverse(), 5, 2));

/** Waits until both are there and show these words. */
async function bothAt(slide: number, clicks: number, words: string): Promise<void> {
  await areAt(both(), slide, clicks);
  for (const page of both()) await shows(page, words);
}

const SECTION = '## \u65b0\u7684\u4e00\u8282\n\n- \u4e00\u70b9\n\n';
const above = (text: string) => text.replace('## PingCAP', `${SECTION}## PingCAP`);

describe('where the slide on the screen gets another number', () => {
  test('all pages go with it, at the same click, and come back', async () => {
    await live.edited(TALK, above, () => bothAt(6, 2, WORDS));
    await bothAt(5, 2, WORDS);
    expect(await Promise.all(both().map(mark))).toEqual(['here', 'here']);
  });

  test('even if it is edited itself, and though it was the last', async () => {
    await live.edited(
      TALK,
      (text) => above(text).replace(WORDS, `${WORDS}*`),
      () => bothAt(6, 2, `${WORDS}*`),
    );
    await bothAt(5, 2, WORDS);
    await presenter.evaluate('__slidev__.nav.go(14)');
    await bothAt(14, 0, '\u8c22\u8c22');
    await live.edited(TALK, above, () => bothAt(15, 0, '\u8c22\u8c22'));
    await bothAt(14, 0, '\u8c22\u8c22');
  });

  test('who has gone on is not led back by the pages that are built again', async () => {
    await leadTo(both(), 5, 2);
    const moves = await holdMoves(presenter);
    await presenter.evaluate('__slidev__.nav.go(14)');
    const edited = (text: string) => above(text).replace(WORDS, `${WORDS}*`);
    await live.edited(TALK, edited, async () => {
      for (const page of both()) await holds(page, '__slidev__.nav.total === 15');
      await shows(audience, `${WORDS}*`);
      await moves.letGo();
      await bothAt(15, 0, '\u8c22\u8c22');
    });
    await bothAt(14, 0, '\u8c22\u8c22');
  });

  test('who has gone on is not led back by the pages whose slide is gone', async () => {
    const moves = { letGo: async (): Promise<unknown> => undefined };
    await live.edited(TALK, above, async () => {
      await holds(presenter, '__slidev__.nav.total === 15');
      await leadTo([...both()].reverse(), 15, 0);
      Object.assign(moves, await holdMoves(presenter));
      await presenter.evaluate('__slidev__.nav.go(7)');
    });
    await holds(audience, '__slidev__.nav.total === 14 && __slidev__.nav.currentSlideNo === 14');
    await shows(audience, '\u8c22\u8c22');
    await moves.letGo();
    await areAt(both(), 6, 0);
  });

  test('nobody is led astray, and nothing is said, by pages that ask for slides that are gone', async () => {
    const printed = live.dev.output().length;
    const gone = `fetch('/huang-dongxu/@slidev/slides/15/md').then(({ status }) => status)`;
    expect(await audience.evaluate(gone)).toBe(200);
    expect(live.dev.output().slice(printed)).toBe('');
  });
});

describe('who presents in another browser', () => {
  test('leads the audience by keys, click by click', async () => {
    await presenter.keyboard.press('ArrowRight');
    await bothAt(5, 3, WORDS);
    await presenter.keyboard.press('ArrowDown');
    await bothAt(6, 0, 'MySQL');
  });

  test('leads the audience in the same browser, and no other deck, which a moderator leads', async () => {
    const near = await live.open('huang-dongxu/5', 'presenter');
    const questions = await live.open('qa/3');
    await areAt([near, ...both()], 5, 2);
    await presenter.evaluate('__slidev__.nav.go(6)');
    await areAt([near, ...both()], 6, 0);
    expect(await place(questions)).toEqual([3, 0]);

    const response = await fetch(`${live.dev.url}@talkdeck/show`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ deck: 'qa', slide: 13 }),
    });
    expect(response.status).toBe(204);
    await holds(questions, '__slidev__.nav.currentSlideNo === 13');
    expect(await Promise.all([near, ...both()].map(place))).toEqual([
      [6, 0],
      [6, 0],
      [6, 0],
    ]);
    await Promise.all([near.close(), questions.close()]);
  });

  test('receives nothing from pages that only follow, which would take back a presenter who has moved on', async () => {
    const own = await presenter.evaluate('ownId');
    expect(own).toBeTypeOf('string');
    for (const slide of [6, 7, 8]) {
      await presenter.evaluate(`__slidev__.nav.go(${slide})`);
      await areAt(both(), slide, 0);
      const told = await Promise.all(both().map((page) => page.evaluate('sharedState.lastUpdate.id')));
      expect(told).toEqual([own, own]);
    }
    // In the other direction as well, and several moves at once.
    await audience.evaluate('for (const slide of [7, 6, 5, 4]) __slidev__.nav.go(slide)');
    await areAt(both(), 4, 0);
    expect(await presenter.evaluate('sharedState.lastUpdate.id')).toBe(await audience.evaluate('ownId'));
  });

  test('meets the audience again where both moved at the same moment', async () => {
    await leadTo([...both()].reverse(), 5, 2);
    const moves = await holdMoves(audience);
    await audience.evaluate('__slidev__.nav.go(4)');
    await moves.until();
    await presenter.evaluate('__slidev__.nav.go(6)');
    await expect.poll(() => audience.evaluate('__slidev__.nav.currentSlideNo')).toBe(6);
    await moves.letGo();
    await areAt(both(), 6, 0);
  });

  test('is not taken back by what a window says that has not heard of the last move, or that was said before it', async () => {
    await presenter.evaluate('__slidev__.nav.go(7)');
    await areAt(both(), 7, 0);
    const said = await audience.evaluate<{ lastUpdate: { time: number } }>('({ ...sharedState })');
    const { lastUpdate } = said;
    const cursor = { x: 12, y: 34 };
    const response = await fetch(`${live.dev.url}huang-dongxu/@server-reactive/nav`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        source: 'late',
        data: { ...said, page: 3, cursor, lastUpdate: { ...lastUpdate, time: lastUpdate.time - 1 } },
        timestamp: Date.now(),
      }),
    });
    expect(response.status).toBe(204);
    for (const page of both()) await holds(page, 'sharedState.cursor?.x === 12');
    await areAt(both(), 7, 0);
    expect(await audience.evaluate('[sharedState.page, sharedState.lastUpdate]')).toEqual([7, lastUpdate]);
  });

  test('draws on what the audience sees, on this slide only', async () => {
    const strokes = 'document.querySelectorAll("#slide-content svg path").length';
    const drawn = () => audience.evaluate(strokes);
    const before = Number(await drawn());
    await presenter.getByTitle('Show drawing toolbar').click();
    await presenter.getByTitle('Hide drawing toolbar').waitFor();
    await presenter.mouse.move(300, 300);
    await presenter.mouse.down();
    await presenter.mouse.move(420, 380, { steps: 5 });
    await presenter.mouse.up();
    await expect.poll(drawn).toBeGreaterThan(before);
    await presenter.getByTitle('Hide drawing toolbar').click();
    await presenter.evaluate('__slidev__.nav.go(6)');
    await bothAt(6, 0, 'MySQL');
    await expect.poll(drawn).toBe(before);
  });

  test('has a timer that other presenters see running', async () => {
    // The button appears only while the mouse is over the clock, which it then covers.
    await presenter.locator('[class~="i-carbon:play"]').dispatchEvent('click');
    const second = await live.open('huang-dongxu/presenter/5', 'second');
    await holds(second, '/0\\s*:\\s*[0-5][0-9]/.test(document.body.innerText)');
    await second.close();
  });
});

describe('what would write into the deck', () => {
  const deck = () => readFileSync(`${live.root}/slides/huang-dongxu.md`, 'utf8');

  test('is refused', async () => {
    const before = deck();
    const ask = (path: string, method: string) =>
      fetch(`${live.dev.url}huang-dongxu/${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(method === 'POST' && { body: JSON.stringify({ note: 'X' }) }),
      });
    expect((await ask('__slidev/slides/5.json', 'GET')).status).toBe(200);
    expect((await ask('__slidev/slides/5.json', 'POST')).status).toBe(404);
    for (const [path, status] of [
      ['__open-in-editor', 404],
      ['__Open-In-Editor', 404],
      ['/__open-in-editor', 400],
    ] as const)
      expect((await ask(`${path}?file=${TALK}`, 'GET')).status).toBe(status);
    expect(deck()).toBe(before);
  });

  test('opens the summary instead: the button that edits notes', async () => {
    await presenter.getByTitle('Edit Notes').click();
    const lines = live.read(TALK).split('\n');
    const line = lines.findIndex((each) => each.startsWith('## \u6709\u65f6')) + 1;
    const opened = () => readFileSync(live.editorLog, 'utf8');
    await expect.poll(opened).toContain(`02-huang-dongxu.md:${line}`);
  });
});
