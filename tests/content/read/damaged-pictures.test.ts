import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { findingsOf, TALK_HEAD } from '../temp-meetup.ts';

/** A picture in which every line is different. */
async function photo() {
  const [width, height] = [320, 240];
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = (at * 2654435761) >>> 24;
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

const formats = {
  'a.png': async () => (await photo()).png().toBuffer(),
  'a.jpg': async () => (await photo()).jpeg().toBuffer(),
  'progressive.jpg': async () => (await photo()).jpeg({ progressive: true }).toBuffer(),
  'a.webp': async () => (await photo()).webp().toBuffer(),
  'a.avif': async () => (await photo()).avif().toBuffer(),
  'a.gif': async () => (await photo()).gif().toBuffer(),
};

function found(name: string, bytes: Uint8Array) {
  const talk = `${TALK_HEAD}\n## 照片\n\n![图](../assets/${name})\n`;
  return findingsOf({ 'talks/01-huang.md': talk, [`assets/${name}`]: bytes });
}

const DAMAGED = ['talks/01-huang.md:9:6 image-damaged'];

describe.each(Object.entries(formats))('%s', (name, make) => {
  test('is fine as it is, and with something after its end', async () => {
    const whole = await make();
    expect(found(name, whole)).toEqual([]);
    expect(found(name, Buffer.concat([whole, Buffer.alloc(200)]))).toEqual([]);
  });

  test.each([0.4, 0.7, 0.95])('is refused with %f of its bytes', async (share) => {
    const whole = await make();
    expect(found(name, whole.subarray(0, Math.floor(whole.length * share)))).toEqual(DAMAGED);
  });
});

test('a PNG that is damaged in the middle is refused', async () => {
  const bytes = await formats['a.png']();
  bytes.fill(0, bytes.length / 2, bytes.length / 2 + 20);
  expect(found('a.png', bytes)).toEqual(DAMAGED);
});

test('a picture of more dots than a browser draws is refused before it is decoded', async () => {
  const bytes = await formats['a.png']();
  bytes.writeUInt32BE(40_000, 16);
  bytes.writeUInt32BE(40_000, 20);
  expect(found('a.png', bytes)).toEqual(['talks/01-huang.md:9:6 image-unreadable']);
});
