import { afterAll, beforeAll, expect, test } from 'vitest';
import { holds, type LiveMeetup, mark, shows, startLive, WORDS } from './live.ts';
import { runDev } from './run-dev.ts';

let live: LiveMeetup;
beforeAll(async () => {
  live = await startLive();
});
afterAll(() => live.stop());

test('the server is killed: all slides show, the presenter is told; once it is back, everything continues in place', async () => {
  const page = await live.open('huang-dongxu/5?clicks=4');
  const presenter = await live.open('huang-dongxu/presenter/5', 'presenter');
  const total = await page.evaluate<number>('__slidev__.nav.total');
  const isThere = (no: number) => `document.querySelector('.slidev-page-${no} .slidev-layout')`;
  const all = Array.from({ length: total }, (_, index) => isThere(index + 1)).join(' && ');
  await holds(page, all);
  await page.evaluate("window.mark = 'here'");
  await live.dev.stop('SIGKILL');
  const away = "document.querySelector('#talkdeck-overlay').shadowRoot.querySelector('.away')";
  await holds(presenter, `${away}.checkVisibility()`);
  expect(await presenter.evaluate(`${away}.textContent`)).toContain('\u8fde\u4e0d\u4e0a\u670d\u52a1\u5668');
  expect(await page.evaluate(`${away}.checkVisibility()`)).toBe(false);
  for (let no = 1; no <= total; no += 1) {
    await page.evaluate(`__slidev__.nav.go(${no})`);
    await holds(page, `${isThere(no)}.checkVisibility()`);
  }
  expect(await page.evaluate('document.body.textContent')).not.toContain('An error occurred');
  await presenter.close();
  await page.evaluate('__slidev__.nav.go(5, 2)');
  await holds(page, '__slidev__.nav.clicks === 2');
  expect(await mark(page)).toBe('here');
  const again = await runDev(live.root, ['--port', String(live.dev.port)]);
  try {
    expect((await fetch(`${again.url}huang-dongxu/5`)).status).toBe(200);
    await holds(page, 'window.mark === undefined');
    await holds(page, 'window.__slidev__?.nav.clicks === 2');
    expect(await page.evaluate('__slidev__.nav.currentSlideNo')).toBe(5);
    await shows(page, WORDS);
  } finally {
    await again.stop();
  }
});
