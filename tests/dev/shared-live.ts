import type { Page } from 'playwright-core';
import { type LiveMeetup, startLive } from './live.ts';

let live: Promise<LiveMeetup> | undefined;
let talk: Promise<Page> | undefined;

/** One meetup for all tests of a file: starting a server and showing its first page takes 25 s of CPU time. */
export function sharedLive(): Promise<LiveMeetup> {
  live ??= startLive();
  return live;
}

/**
 * One page with the talk, for tests that begin by moving it to where they need it: loading one takes 5 s of CPU time.
 */
export function sharedTalk(): Promise<Page> {
  talk ??= sharedLive().then(({ open }) => open('huang-dongxu/5?clicks=2'));
  return talk;
}
