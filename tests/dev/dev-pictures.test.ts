import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holds, type LiveMeetup, mark, startLive, TALK } from './live.ts';

let live: LiveMeetup;
let page: Page;

beforeAll(async () => {
  live = await startLive();
  page = await live.open('huang-dongxu/5?clicks=2');
});
afterAll(() => live.stop());

test('a picture that is drawn anew shows, without a reload', async () => {
  const draw = (width: number) => {
    mkdirSync(join(live.root, 'content/assets'), { recursive: true });
    writeFileSync(
      join(live.root, 'content/assets/plan.png'),
      PNG.sync.write(new PNG({ width, height: 900 })),
    );
  };
  draw(1600);
  await live.edited(
    TALK,
    (text) => `${text}\n## \u56fe\n\n![\u56fe](../assets/plan.png)\n`,
    async () => {
      await holds(page, '__slidev__.nav.total === 15');
      await page.evaluate('__slidev__.nav.go(12)');
      const hasWidth = (width: number) =>
        holds(page, `[...document.images].some(({ naturalWidth }) => naturalWidth === ${width})`);
      await hasWidth(1600);
      draw(1500);
      await hasWidth(1500);
      expect(await mark(page)).toBe('here');
    },
  );
});
