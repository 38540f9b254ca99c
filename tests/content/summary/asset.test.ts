import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { assetPath, isRemote } from '../../../src/content/summary/asset.ts';
import { check, EVENT, place, TALK, tempMeetup } from '../temp-meetup.ts';

it.each([
  ['../assets/a.png', 'assets/a.png'],
  ['a.png', 'talks/a.png'],
  ['/assets/a.png', 'assets/a.png'],
  ['..\\assets\\a.png', 'assets/a.png'],
  ['../assets/my%20logo.png', 'assets/my logo.png'],
  ['../assets/100%.png', 'assets/100%.png'],
  ['../../a.png', '../a.png'],
  ['C:\\pictures\\a.png', '../C:/pictures/a.png'],
])('%s in content/talks/ is %s below content/', (src, path) => {
  expect(assetPath('content/talks/01-huang.md', { src, alt: '' })).toBe(path);
});

it.each([
  ['https://example.com/a.png', true],
  ['//example.com/a.png', true],
  ['data:image/png;base64,AAAA', true],
  ['file:///a.png', true],
  ['C:\\a.png', false],
  ['a.png', false],
])('%s is remote: %s', (src, expected) => {
  expect(isRemote(src)).toBe(expected);
});

it('an image reached through a link out of the content folder is outside', () => {
  using meetup = tempMeetup({
    'event.md': `${EVENT}\n## a\n\n![a](assets/a.svg)\n\n## b\n\n![b](assets/b.svg)\n`,
    'assets/b.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>',
    'talks/01-huang.md': TALK,
  });
  mkdirSync(join(meetup.root, 'private'));
  writeFileSync(join(meetup.root, 'private', 'a.svg'), '<svg width="4" height="2"/>');
  symlinkSync(join(meetup.root, 'private', 'a.svg'), join(meetup.root, 'content', 'assets', 'a.svg'));
  expect(check(meetup.root).map(place)).toEqual(['event.md:9:6 image-outside']);
});
