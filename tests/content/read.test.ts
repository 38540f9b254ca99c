import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CliError } from '../../src/cli-error.ts';
import { readContent } from '../../src/content/read.ts';
import { TALK, tempMeetup } from './temp-meetup.ts';

it('summaries come in the order of their numbers', () => {
  using meetup = tempMeetup({
    'talks/01-huang.md': null,
    'talks/10-a.md': TALK,
    'talks/2-b.md': TALK,
    'talks/02-c.MD': TALK,
    'talks/d.md': TALK,
  });
  expect(readContent(meetup.root).talks.map(({ path }) => path)).toEqual([
    'content/talks/02-c.MD',
    'content/talks/2-b.md',
    'content/talks/10-a.md',
    'content/talks/d.md',
  ]);
});

it('a folder that leads back to itself does not stop it', () => {
  using meetup = tempMeetup();
  symlinkSync(join(meetup.root, 'content'), join(meetup.root, 'content', 'again'));
  expect(readContent(meetup.root).ignored).toEqual([]);
});

it('a folder without content/ is no meetup', () => {
  expect(() => readContent('/nowhere')).toThrow(CliError);
});

it('a summary that is a folder cannot be read', () => {
  using meetup = tempMeetup();
  mkdirSync(join(meetup.root, 'content', 'talks', '02-li.md'));
  expect(() => readContent(meetup.root)).toThrow(/Cannot read .*02-li\.md/);
});
