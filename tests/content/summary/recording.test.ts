import { expect, test } from 'vitest';
import { NO_MEMORY } from '../../../src/base/memory.ts';
import { openProject } from '../../../src/base/project.ts';
import { compile } from '../../../src/build/compile.ts';
import { readRecording } from '../../../src/content/read/assets.ts';
import { readContent } from '../../../src/content/read/read.ts';
import { addressAt, momentOf } from '../../../src/content/summary/recording.ts';
import { validate } from '../../../src/content/validate/validate.ts';
import { EVENT, TALK_HEAD, tempMeetup } from '../temp-meetup.ts';

test.each([
  ['https://www.youtube.com/watch?v=a_b-C&t=5s', 'https://www.youtube.com/watch?v=a_b-C&t=73s'],
  ['https://youtu.be/a_b-C?start=9', 'https://youtu.be/a_b-C?t=73s'],
  ['https://www.bilibili.com/video/BV1xx/?p=2', 'https://www.bilibili.com/video/BV1xx/?p=2&t=73'],
  ['https://b23.tv/abc', 'https://b23.tv/abc?t=73'],
  ['https://example.org/evening.mp4#t=1', 'https://example.org/evening.mp4#t=73'],
  ['https://youtube.com.example.org/watch?v=a', 'https://youtube.com.example.org/watch?v=a#t=73'],
])('%s, at its second 73', (url, expected) => {
  expect(addressAt(url, 73)).toBe(expected);
});

test('a line without a time is at the time of the one before it', () => {
  const recording = {
    url: 'https://example.org/a.mp3',
    times: [
      [2, 1.5],
      [5, 60.9],
    ] as const,
  };
  const at = [1, 2, 4, 5, 99].map((line) => momentOf(recording, line));
  const address = (second: number) => `https://example.org/a.mp3#t=${second}`;
  expect(at).toEqual([null, address(1), address(1), address(60), address(60)]);
});

const FILES = {
  'event.md': EVENT.replace(
    'lang',
    'source: transcript.txt\nrecording: https://www.bilibili.com/video/BV1\nlang',
  ),
  'transcript.txt': '大家好。\n机器人每天搬运很多箱子。\n',
  'transcript.map.json': JSON.stringify({
    times: [
      [1, 0],
      [2, 12.3],
    ],
  }),
  'talks/01-huang.md': `${TALK_HEAD}## 机器人\n\n- 机器人每天搬运箱子 [L2]\n`,
};

test('what a slide cites leads to its second, in the notes', () => {
  using meetup = tempMeetup(FILES);
  const { value, findings } = compile(openProject(meetup.root));
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const texts = (value?.decks ?? []).map(({ text }) => text).join('\n');
  expect(texts).toContain('[L2](https://www.bilibili.com/video/BV1?t=12)');
});

test.each([
  ['no map', undefined],
  ['a map that is none', '{"times": "soon"}'],
  ['times that are none', '{"times": [[1, -5]]}'],
  ['half a file', '{"times": [[1,'],
])('%s: citations are as without a recording', (_, map) => {
  const { 'transcript.map.json': _map, ...files } = FILES;
  using meetup = tempMeetup({ ...files, ...(map !== undefined && { 'transcript.map.json': map }) });
  const { event } = validate(readContent(meetup.root)).meetup;
  expect(event.recording).toBe('https://www.bilibili.com/video/BV1');
  expect(readRecording(meetup.root, event, NO_MEMORY)).toBeNull();
});

test.each(['javascript:alert(1)', 'ftp://example.org/a', 'mailto:a@b.org', 'soon'])(
  '%s is no address of a recording',
  (url) => {
    using meetup = tempMeetup({ ...FILES, 'event.md': EVENT.replace('lang', `recording: "${url}"\nlang`) });
    const { findings } = validate(readContent(meetup.root));
    expect(findings.map(({ code }) => code)).toContain('invalid-url');
  },
);
