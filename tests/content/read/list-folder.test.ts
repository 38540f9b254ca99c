import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CliError } from '../../../src/base/errors.ts';
import { openMeetup } from '../../../src/commands/scaffold/summaries.ts';
import { listFolder } from '../../../src/content/read/content-folder.ts';
import { tempMeetup } from '../temp-meetup.ts';

test('a file where a folder should be holds nothing', () => {
  using meetup = tempMeetup({ 'qa/01-start.md': null });
  const qa = join(meetup.root, 'content', 'qa');
  writeFileSync(qa, 'A file.\n');
  expect(listFolder(qa)).toBeNull();
  expect(openMeetup(meetup.root).questionNames).toEqual([]);
  rmSync(qa);
  expect(listFolder(qa)).toBeNull();
});

test('a folder that cannot be read is reported without a stack', () => {
  using meetup = tempMeetup();
  const loop = join(meetup.root, 'loop');
  symlinkSync('loop', loop);
  expect(() => listFolder(loop)).toThrow(CliError);
});
