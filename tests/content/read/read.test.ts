import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CliError } from '../../../src/base/errors.ts';
import { readContentLines } from '../../../src/content/read/content-folder.ts';
import { readContent } from '../../../src/content/read/read.ts';
import { TALK, tempMeetup } from '../temp-meetup.ts';

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

it('a name that holds the end of a line is that of a summary, as any other', () => {
  const names = ['01-a\nb.md', '02-a\u2028b.md'];
  using meetup = tempMeetup(Object.fromEntries(names.map((name) => [`talks/${name}`, TALK])));
  const paths = readContent(meetup.root).talks.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(names.map((name) => `content/talks/${name}`)));
});

it('a folder that leads back to itself does not stop it', () => {
  using meetup = tempMeetup();
  symlinkSync(join(meetup.root, 'content'), join(meetup.root, 'content', 'again'));
  expect(readContent(meetup.root).ignored).toEqual([]);
});

it('a folder without content/ is not a meetup', () => {
  expect(() => readContent('/nowhere')).toThrow(CliError);
});

it('a file is read for its lines once', () => {
  using meetup = tempMeetup({ 'talks/02-li.md': 'one\n' });
  const linesOf = readContentLines(meetup.root);
  expect(linesOf('content/talks/02-li.md')).toEqual(['one', '']);
  writeFileSync(join(meetup.root, 'content/talks/02-li.md'), 'two\n');
  expect(linesOf('content/talks/02-li.md')).toEqual(['one', '']);
  expect(readContentLines(meetup.root)('content/talks/02-li.md')).toEqual(['two', '']);
});

describe('a summary that is not a regular file is refused, and never read', () => {
  const SECRET = 'token=5d1f';
  const refused = (root: string) =>
    readContent(root).findings.map(({ file, code, args }) => [file, code, args]);
  const LI = 'content/talks/02-li.md';

  it.each([
    ['a link to a file outside', 'secret.txt', 'link'],
    ['a link to a folder outside', '.', 'link'],
    ['a link to a device that never ends', '/dev/zero', 'link'],
    ['a link to nothing', 'nowhere', 'broken-link'],
  ] as const)('%s', (_, target, because) => {
    using meetup = tempMeetup();
    writeFileSync(join(meetup.root, 'secret.txt'), SECRET);
    symlinkSync(resolve(meetup.root, target), join(meetup.root, LI));
    expect(refused(meetup.root)).toEqual([[LI, 'file-refused', { because }]]);
  });

  it('a link that leads back to itself', () => {
    using meetup = tempMeetup();
    symlinkSync('02-li.md', join(meetup.root, LI));
    expect(refused(meetup.root)).toEqual([[LI, 'file-refused', { because: 'broken-link' }]]);
  });

  it('a folder', () => {
    using meetup = tempMeetup();
    mkdirSync(join(meetup.root, LI));
    expect(refused(meetup.root)).toEqual([[LI, 'file-refused', { because: 'no-file' }]]);
  });

  it('a folder that leads out, with not even the names in it', () => {
    using meetup = tempMeetup({ 'qa/01-start.md': null });
    mkdirSync(join(meetup.root, 'elsewhere'));
    writeFileSync(join(meetup.root, 'elsewhere', '01-x.md'), SECRET);
    symlinkSync('../elsewhere', join(meetup.root, 'content', 'qa'));
    expect(refused(meetup.root)).toEqual([['content/qa', 'file-refused', { because: 'link' }]]);
  });

  it('content/ itself, where it leads out of the meetup', () => {
    using meetup = tempMeetup();
    using other = tempMeetup();
    renameSync(join(meetup.root, 'content'), join(meetup.root, 'old'));
    symlinkSync(join(other.root, 'content'), join(meetup.root, 'content'));
    expect(() => readContent(meetup.root)).toThrow(/is a link that leads out of the meetup's folder/);
  });

  it('is in no code frame either, nor is a file that is not read', () => {
    using meetup = tempMeetup();
    writeFileSync(join(meetup.root, 'secret.txt'), SECRET);
    for (const name of ['02-li.md', '03-x.docx']) {
      symlinkSync('../../secret.txt', join(meetup.root, 'content', 'talks', name));
      expect(readContentLines(meetup.root)(`content/talks/${name}`)).toBeNull();
    }
  });

  it('a link from one summary to another is followed, and so is content/ itself', () => {
    using meetup = tempMeetup({ 'talks/01-huang.md': TALK });
    symlinkSync('01-huang.md', join(meetup.root, LI));
    renameSync(join(meetup.root, 'content'), join(meetup.root, 'real'));
    symlinkSync('real', join(meetup.root, 'content'));
    expect(refused(meetup.root)).toEqual([]);
    expect(readContent(meetup.root).talks).toHaveLength(2);
  });
});
