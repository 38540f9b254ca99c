import { type LiveMeetup, startLive } from './live.ts';

let live: Promise<LiveMeetup> | undefined;

/** One meetup for all tests of a file: starting a server and showing its first page takes 25 s of CPU time. */
export function sharedLive(): Promise<LiveMeetup> {
  live ??= startLive();
  return live;
}
