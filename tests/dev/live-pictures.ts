import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { beforeAll, expect, test } from 'vitest';
import { WEBM } from '../video-files.ts';
import { holds, type LiveMeetup, leadTo, mark, shows, TALK } from './live.ts';
import { sharedLive, sharedTalk } from './shared-live.ts';

let live: LiveMeetup;
let page: Page;

beforeAll(async () => {
  live = await sharedLive();
  page = await sharedTalk();
  await page.evaluate('window.mark = "here"');
});

const draw = (width: number) => {
  mkdirSync(join(live.root, 'content/assets'), { recursive: true });
  writeFileSync(join(live.root, 'content/assets/plan.png'), PNG.sync.write(new PNG({ width, height: 900 })));
};
const hasWidth = (width: number) =>
  holds(page, `[...document.images].some(({ naturalWidth }) => naturalWidth === ${width})`);
const withPicture = (text: string) => `${text}\n## \u56fe\n\n![\u56fe](../assets/plan.png)\n`;

// Every test starts before the slide that it adds: after it, the page would move on by one once the test has moved it.
// Twice: in between, no slide shows the image that dev knows about.
test.each([
  [1600, 1500],
  [1400, 1300],
])('a picture that is drawn anew shows, without a reload, %i, %i', async (first, second) => {
  draw(first);
  await leadTo([page], 5, 2);
  await live.edited(TALK, withPicture, async () => {
    await holds(page, '__slidev__.nav.total === 15');
    await leadTo([page], 12, 0);
    await hasWidth(first);
    draw(second);
    await hasWidth(second);
  });
  await holds(page, '__slidev__.nav.total === 14');
  await shows(page, '\u8bb0\u4f4f\u8fd9\u4e00\u53e5');
  expect(await mark(page)).toBe('here');
});

test('a video plays, stops when its slide is left, and comes in parts', async () => {
  mkdirSync(join(live.root, 'content/assets'), { recursive: true });
  writeFileSync(join(live.root, 'content/assets/moves.webm'), WEBM);
  const withVideo = (text: string) => `${text}\n## \u56fe\n\n![\u56fe](../assets/moves.webm)\n`;
  await leadTo([page], 5, 2);
  await live.edited(TALK, withVideo, async () => {
    await holds(page, '__slidev__.nav.total === 15');
    await leadTo([page], 12, 0);
    // It is in the page before its slide is shown, and hidden videos are paused.
    await holds(
      page,
      `((video) => video?.readyState >= 2 && video.checkVisibility())(document.querySelector('video'))`,
    );
    // It lasts a second, and a video that has ended counts as paused, too.
    await page.evaluate(`(async (video) => {
      video.loop = true;
      await video.play();
    })(document.querySelector('video'))`);
    await holds(page, `!document.querySelector('video').paused`);
    await leadTo([page], 11, 0);
    await holds(page, `document.querySelector('video').paused`);
    const part = await page.evaluate(`(async () => {
      const headers = { range: 'bytes=4-7' };
      const answer = await fetch(document.querySelector('video').currentSrc, { headers });
      return [answer.status, answer.headers.get('content-range'), (await answer.arrayBuffer()).byteLength];
    })()`);
    expect(part).toEqual([206, `bytes 4-7/${WEBM.length}`, 4]);
  });
  await holds(page, '__slidev__.nav.total === 14');
});
