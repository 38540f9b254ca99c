import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ownTerminal } from '../../src/base/terminal.ts';
import { build } from '../../src/commands/build.ts';
import { EVENT, tempMeetup } from '../content/temp-meetup.ts';
import { keptOf } from '../test-cache.ts';

beforeEach(() => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => vi.restoreAllMocks());

test('a transcript that was saved while decks were built is looked at by the next build', async () => {
  using meetup = tempMeetup({ 'event.md': EVENT.replace('host:', 'source: ../talk.txt\nhost:') });
  const transcript = join(meetup.root, 'talk.txt');
  writeFileSync(transcript, 'One.\n');
  const options = {
    terminal: ownTerminal(),
    root: meetup.root,
    json: false,
    quiet: false,
    force: false,
    useCache: true,
  };
  const stamp = join(keptOf(meetup.root, 'stamps'), 'build.json');
  const saved = statSync(transcript).ctimeMs;

  const now = vi.spyOn(Date, 'now').mockReturnValue(saved - 1_000);
  expect(await build(options)).toBe(0);
  expect(existsSync(stamp)).toBe(false);
  now.mockReturnValue(saved + 1_000);
  expect(await build(options)).toBe(0);
  expect(existsSync(stamp)).toBe(true);
});
