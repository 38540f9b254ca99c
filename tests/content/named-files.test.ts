import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toMessage } from '../../src/findings/finding.ts';
import { check, EVENT, place, TALK_HEAD, tempMeetup } from './temp-meetup.ts';

const SECRET = 'Ada: We run at 4711 companies.\n';
/** Names a transcript and cites a line of it. */
const withSource = (source: string) => ({
  'event.md': EVENT.replace('host:', `source: ${source}\nhost:`),
  'talks/01-huang.md': `${TALK_HEAD}\n## 对手\n\n- 有 12 家公司 [L1]\n`,
});
/** Place and message of each finding. */
const told = (root: string) => check(root).map((each) => `${place(each)}: ${toMessage(each).what}`);
const link = (root: string, target: string, path: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  symlinkSync(target, join(root, path));
};

describe.skipIf(process.platform === 'win32')('a transcript', () => {
  it('that is a link out of content/ is not followed: nothing of what it leads to shows', () => {
    using meetup = tempMeetup(withSource('transcript.txt'));
    mkdirSync(join(meetup.root, '.git'));
    writeFileSync(join(meetup.root, '.git', 'config'), SECRET);
    link(meetup.root, '../.git/config', 'content/transcript.txt');
    expect(told(meetup.root)).toEqual([
      'event.md:4:9 transcript-unreadable: The transcript transcript.txt cannot be read: it is a link that leads out of content/.',
    ]);
  });

  it('that is a link to a device, or a pipe, is not waited for', () => {
    using zero = tempMeetup(withSource('transcript.txt'));
    link(zero.root, '/dev/zero', 'content/transcript.txt');
    using pipe = tempMeetup(withSource('transcript.txt'));
    execFileSync('mkfifo', [join(pipe.root, 'content', 'transcript.txt')]);
    using outside = tempMeetup(withSource('../transcript.txt'));
    execFileSync('mkfifo', [join(outside.root, 'transcript.txt')]);
    const before = (source: string) =>
      `event.md:4:9 transcript-unreadable: The transcript ${source} cannot be read:`;
    expect(told(zero.root)).toEqual([`${before('transcript.txt')} it is a link that leads out of content/.`]);
    expect(told(pipe.root)).toEqual([`${before('transcript.txt')} it is a pipe, and no file.`]);
    expect(told(outside.root)).toEqual([`${before('../transcript.txt')} it is a pipe, and no file.`]);
  });

  it('may lie outside where event.md says so, but not behind a link', () => {
    using meetup = tempMeetup(withSource('../private/transcript.txt'));
    mkdirSync(join(meetup.root, 'private'));
    writeFileSync(join(meetup.root, 'private', 'transcript.txt'), SECRET);
    expect(check(meetup.root).map(place)).toEqual(['talks/01-huang.md:9:5 unsupported-number']);

    using linked = tempMeetup(withSource('../private/transcript.txt'));
    link(linked.root, join(meetup.root, 'private'), 'private');
    expect(told(linked.root)).toEqual([
      'event.md:4:9 transcript-unreadable: The transcript ../private/transcript.txt cannot be read: it is a link, or one is on the way to it; name the file itself.',
    ]);
  });

  it('is read through a link to the folder of the meetup, and one from file to file in content/', () => {
    using meetup = tempMeetup(withSource('../transcript.txt'));
    writeFileSync(join(meetup.root, 'transcript.txt'), SECRET);
    using other = tempMeetup();
    link(other.root, meetup.root, 'way');
    expect(check(join(other.root, 'way')).map(place)).toEqual(['talks/01-huang.md:9:5 unsupported-number']);

    using inside = tempMeetup({ ...withSource('transcript.txt'), 'assets/talk.txt': SECRET });
    link(inside.root, 'assets/talk.txt', 'content/transcript.txt');
    expect(check(inside.root).map(place)).toEqual(['talks/01-huang.md:9:5 unsupported-number']);
  });

  it('of a size that none has is not read', () => {
    using meetup = tempMeetup({ ...withSource('transcript.txt'), 'transcript.txt': '' });
    truncateSync(join(meetup.root, 'content', 'transcript.txt'), 4 * 1024 ** 3);
    expect(told(meetup.root)).toEqual([
      'event.md:4:9 transcript-unreadable: The transcript transcript.txt cannot be read: it has 4096.0 MB, and may have 96.0 MB.',
    ]);
  });
});

describe.skipIf(process.platform === 'win32')('an image', () => {
  const IMAGE = { 'talks/01-huang.md': `${TALK_HEAD}\n## 照片\n\n![一张](../assets/a.png)\n` };

  it('that is a pipe, or a folder, is not waited for', () => {
    using pipe = tempMeetup(IMAGE);
    mkdirSync(join(pipe.root, 'content', 'assets'));
    execFileSync('mkfifo', [join(pipe.root, 'content', 'assets', 'a.png')]);
    expect(told(pipe.root)).toEqual([
      'talks/01-huang.md:9:7 image-unreadable: The image ../assets/a.png cannot be used: it is a pipe, and no file.',
    ]);
    using folder = tempMeetup(IMAGE);
    mkdirSync(join(folder.root, 'content', 'assets', 'a.png'), { recursive: true });
    expect(told(folder.root)).toEqual([
      'talks/01-huang.md:9:7 image-unreadable: The image ../assets/a.png cannot be used: it is a folder, and no file.',
    ]);
  });

  it('that is a link to a device is outside', () => {
    using meetup = tempMeetup(IMAGE);
    link(meetup.root, '/dev/zero', 'content/assets/a.png');
    expect(check(meetup.root).map(place)).toEqual(['talks/01-huang.md:9:7 image-outside']);
  });

  it('of a size that none has is not read', () => {
    using meetup = tempMeetup({ ...IMAGE, 'assets/a.png': '' });
    truncateSync(join(meetup.root, 'content', 'assets', 'a.png'), 4 * 1024 ** 3);
    expect(told(meetup.root)).toEqual([
      'talks/01-huang.md:9:7 image-unreadable: The image ../assets/a.png cannot be used: it has 4096.0 MB, and may have 64.0 MB.',
    ]);
  });
});

describe.skipIf(process.platform === 'win32')('a font, and a template,', () => {
  it('that is a pipe is not waited for', () => {
    using font = tempMeetup({
      'event.md': EVENT.replace('host:', 'font: assets/a.woff2\nhost:'),
    });
    mkdirSync(join(font.root, 'content', 'assets'));
    execFileSync('mkfifo', [join(font.root, 'content', 'assets', 'a.woff2')]);
    expect(told(font.root)).toEqual([
      'event.md:4:7 font-unusable: The font assets/a.woff2 cannot be used: it is a pipe, and no file.',
    ]);
    using template = tempMeetup();
    mkdirSync(join(template.root, 'templates'));
    execFileSync('mkfifo', [join(template.root, 'templates', 'speaker.md.hbs')]);
    expect(() => check(template.root)).toThrow(/speaker\.md\.hbs: it is a pipe, and no file$/);
  });
});
