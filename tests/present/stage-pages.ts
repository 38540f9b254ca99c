import type { CDPSession, Frame, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The frame that shows the slides: after a version was taken, a frame of its own. */
export const stageOf = (page: Page): Frame => page.frames().at(-1) ?? page.mainFrame();

/** Waits until the browser has the whole evening. */
export const isReady = (page: Page) =>
  stageOf(page).waitForSelector('html[data-ready]', { state: 'attached' });

export const slideOf = (page: Page) =>
  stageOf(page).evaluate<number>('globalThis.__talkdeck?.nav?.currentSlideNo.value ?? 0');

export const shows = (page: Page, slide: number) => expect.poll(() => slideOf(page)).toBe(slide);

/** What covers the slides. */
export const coverOf = (page: Page) =>
  stageOf(page).evaluate<string | null>(
    "document.querySelector('.stage-cover:not([hidden])')?.dataset.kind ?? null",
  );

/** Moves a finger over a page, from the first place to the last, at the pace of a hand however busy the machine is. */
export async function swipe(session: CDPSession, ...places: readonly number[]): Promise<void> {
  const began = Date.now() / 1000;
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', no: number, x?: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: x === undefined ? [] : [{ x, y: 400 }],
      timestamp: began + no * 0.02,
    });
  for (const [no, x] of places.entries()) await touch(no === 0 ? 'touchStart' : 'touchMove', no, x);
  await touch('touchEnd', places.length);
}

/** Collects a page's errors and warnings. */
export function watchProblems(page: Page, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    // The server's absence is what is tested.
    const isAway = /^Failed to load resource: net::ERR_/.test(message.text());
    if (message.type() === 'error' && !isAway) problems.push(message.text());
  });
}
