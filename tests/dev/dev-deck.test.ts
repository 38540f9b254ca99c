import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ownTerminal } from '../../src/base/terminal.ts';
import { dev } from '../../src/commands/dev.ts';
import { tempMeetup } from '../content/temp-meetup.ts';

beforeEach(() => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => vi.restoreAllMocks());

const refusal = (root: string, deck: string) =>
  dev({
    terminal: ownTerminal(),
    root,
    deck,
    json: false,
    quiet: false,
    port: 0,
    host: '127.0.0.1',
    open: false,
    useCache: true,
    forEditor: false,
  }).catch(({ message, hint }) => ({ message, hint }));

test('a deck that there is not is refused, with what may be meant', async () => {
  using meetup = tempMeetup();
  expect(await refusal(meetup.root, 'huangg')).toEqual({
    message: 'There is no deck "huangg".',
    hint: 'Did you mean "huang"?',
  });
});

test('while no summary is sound, it says so', async () => {
  using meetup = tempMeetup({ 'talks/01-huang.md': '---\nspeaker: A\n---\n', 'qa/01-start.md': null });
  expect(await refusal(meetup.root, 'huang')).toEqual({
    message: 'There is no deck "huang".',
    hint: 'No summary is valid yet: `talkdeck check` says what to fix.',
  });
});
