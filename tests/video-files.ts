import { readFileSync } from 'node:fs';

/** Twenty frames of 320 x 180 in VP8: a white square moves to the right. Recorded by a browser. */
export const WEBM = readFileSync(new URL('fixtures/videos/content/assets/moves.webm', import.meta.url));

/** The structure of an MP4 file, without pictures: it gives the length and the codec. */
export function mp4(format = 'avc1'): Buffer {
  const entry = Buffer.alloc(86);
  entry.writeUInt32BE(86, 0);
  entry.write(format, 4, 'latin1');
  entry.writeUInt16BE(640, 32);
  entry.writeUInt16BE(360, 34);
  const table = box('stsd', Buffer.from([0, 0, 0, 0, 0, 0, 0, 1]), entry);
  const track = box('trak', box('mdia', box('minf', box('stbl', table))));
  return Buffer.concat([
    box('ftyp', Buffer.from('isom')),
    box('moov', track),
    box('mdat', Buffer.alloc(100)),
  ]);
}

function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, content]);
}
