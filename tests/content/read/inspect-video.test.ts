import { describe, expect, it, test } from 'vitest';
import { inspectVideo } from '../../../src/content/read/inspect-video.ts';
import { mp4, WEBM } from '../../video-files.ts';

describe('a video', () => {
  it('says its size and how it is packed', () => {
    expect(inspectVideo(WEBM)).toEqual({ state: 'ok', width: 320, height: 180, codec: 'VP8' });
    expect(inspectVideo(mp4())).toEqual({ state: 'ok', width: 640, height: 360, codec: 'H.264' });
    expect(inspectVideo(mp4('av01'))).toMatchObject({ state: 'ok', codec: 'AV1' });
  });

  it('is damaged wherever it is cut short', () => {
    for (const whole of [WEBM, mp4()]) {
      for (let length = 60; length < whole.length; length += 37) {
        expect(inspectVideo(whole.subarray(0, length)).state, `${length} of ${whole.length}`).toBe('damaged');
      }
    }
  });

  it('is not played in formats that only some browsers know', () => {
    const reason = 'its pictures are in the format "hvc1", which not all browsers play';
    expect(inspectVideo(mp4('hvc1'))).toEqual({ state: 'unplayable', reason });
    expect(inspectVideo(mp4('mp4a'))).toEqual({ state: 'unplayable', reason: 'it has no pictures' });
    const matroska = Buffer.from(WEBM.toString('latin1').replace('webm', 'matr'), 'latin1');
    expect(inspectVideo(matroska)).toMatchObject({ reason: 'it is a Matroska file, not WebM' });
  });
});

test.each([Buffer.alloc(0), Buffer.from('no video'), Buffer.alloc(4000, 0xff), Buffer.alloc(4000)])(
  'what is no video is named, %#',
  (bytes) => {
    expect(inspectVideo(bytes)).toEqual({ state: 'unplayable', reason: 'it is not an MP4 or WebM file' });
  },
);

test('sizes that no file has end in a finding', () => {
  const huge = mp4();
  huge.writeUInt32BE(0xffffffff, huge.length - 108);
  expect(inspectVideo(huge)).toEqual({ state: 'damaged' });
  const empty = mp4();
  empty.writeUInt32BE(4, empty.length - 108);
  expect(inspectVideo(empty)).toEqual({ state: 'damaged' });
});
