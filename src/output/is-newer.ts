import { statSync } from 'node:fs';

/** Files get their times from a clock that may be so much behind. */
const CLOCK_MS = 10;

/** Whether a transcript, which may lie anywhere, was saved since a moment, in milliseconds. */
export function isNewer(transcript: string | null, since: number): boolean {
  const stats = transcript === null ? undefined : statSync(transcript, { throwIfNoEntry: false });
  return stats !== undefined && stats.ctimeMs >= since - CLOCK_MS;
}
