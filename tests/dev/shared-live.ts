import { type LiveMeetup, startLive } from './live.ts';

let live: Promise<LiveMeetup> | undefined;

/** One meetup for all tests of a file: to start a server and to show its first page takes 25 s of a processor. */
export function sharedLive(): Promise<LiveMeetup> {
  live ??= startLive();
  return live;
}
