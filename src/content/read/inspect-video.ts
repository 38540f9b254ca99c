import type { VideoCodec } from '../summary/asset.ts';

/** What a video file says about itself, or why browsers would not play it. */
export type Inspected =
  | { readonly state: 'ok'; readonly width: number; readonly height: number; readonly codec: VideoCodec }
  | { readonly state: 'damaged' }
  | { readonly state: 'unplayable'; readonly reason: string };

/**
 * Walks through a file from part to part, by their lengths. Pictures are not decoded: a part that is longer than the
 * file shows that the file is truncated.
 */
export function inspectVideo(bytes: Buffer): Inspected {
  if (bytes.length >= 4 && bytes.readUInt32BE(0) === EBML) return inspectMatroska(bytes);
  if (bytes.toString('latin1', 4, 8) === 'ftyp') return inspectMp4(bytes);
  return { state: 'unplayable', reason: 'it is not an MP4 or WebM file' };
}

const NO_PICTURES: Inspected = { state: 'unplayable', reason: 'it has no pictures' };

function unknownCodec(name: string): Inspected {
  return {
    state: 'unplayable',
    reason: `its pictures are in the format "${name}", which not all browsers play`,
  };
}

/** WebM elements (RFC 9559), by ID. */
const EBML = 0x1a45dfa3;
const DOC_TYPE = 0x4282;
const CODEC = 0x86;
const PIXEL_WIDTH = 0xb0;
const PIXEL_HEIGHT = 0xba;
const CLUSTER = 0x1f43b675;
/** Elements to descend into: head, segment, tracks, a track, its video, and clusters. */
const PARENTS: ReadonlySet<number> = new Set([EBML, 0x18538067, 0x1654ae6b, 0xae, 0xe0, CLUSTER]);
const MATROSKA_CODECS: Readonly<Record<string, VideoCodec>> = { V_VP8: 'VP8', V_VP9: 'VP9', V_AV1: 'AV1' };

function inspectMatroska(bytes: Buffer): Inspected {
  let [docType, codec, width, height, hasStream] = ['', '', 0, 0, false];
  let at = 0;
  while (at < bytes.length) {
    const id = readVint(bytes, at, false);
    const size = id && readVint(bytes, at + id.length, true);
    if (!id || !size) return { state: 'damaged' };
    const start = at + id.length + size.length;
    // A recorder that streams cannot know a part's length in advance.
    const end = size.value === null ? bytes.length : start + size.value;
    if (end > bytes.length) return { state: 'damaged' };
    const text = () => bytes.toString('latin1', start, Math.min(end, start + 40)).replace(/\0+$/, '');
    const number = () => (end - start > 0 && end - start <= 6 ? bytes.readUIntBE(start, end - start) : 0);
    if (id.value === DOC_TYPE) docType = text();
    if (id.value === CODEC && text().startsWith('V_')) codec ||= text();
    if (id.value === PIXEL_WIDTH) width ||= number();
    if (id.value === PIXEL_HEIGHT) height ||= number();
    if (id.value === CLUSTER) hasStream = true;
    at = PARENTS.has(id.value ?? 0) ? start : end;
  }
  if (docType !== 'webm') return { state: 'unplayable', reason: 'it is a Matroska file, not WebM' };
  const known = MATROSKA_CODECS[codec];
  if (codec === '' || width === 0 || height === 0) return NO_PICTURES;
  if (!known) return unknownCodec(codec);
  return hasStream ? { state: 'ok', width, height, codec: known } : { state: 'damaged' };
}

/** A number of up to eight bytes, with its length in the first; `value` is null if all bits are set: unknown. */
function readVint(
  bytes: Buffer,
  at: number,
  isSize: boolean,
): { readonly value: number | null; readonly length: number } | null {
  const first = bytes[at] ?? 0;
  const length = Math.clz32(first) - 23;
  if (first === 0 || at + length > bytes.length) return null;
  let value = isSize ? first & (0xff >> length) : first;
  let isUnknown = isSize && value === 0xff >> length;
  for (let next = at + 1; next < at + length; next += 1) {
    value = value * 256 + (bytes[next] ?? 0);
    isUnknown &&= bytes[next] === 0xff;
  }
  return { value: isUnknown ? null : value, length };
}

/** MP4 boxes (ISO/IEC 14496-12) to descend into, down to the table of formats. */
const BOXES: ReadonlySet<string> = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl']);
const MP4_CODECS: Readonly<Record<string, VideoCodec>> = {
  avc1: 'H.264',
  avc3: 'H.264',
  vp08: 'VP8',
  vp09: 'VP9',
  av01: 'AV1',
};
/** Formats of audio and text tracks, which are skipped. */
const OTHER_TRACKS =
  /^(?:mp4a|[ae]c-[34]|alac|Opus|fLaC|sowt|twos|lpcm|samr|tx3g|text|wvtt|stpp|c608|tmcd|mebx|rtp |mett|camm|gpmd)$/;

function inspectMp4(bytes: Buffer): Inspected {
  let [hasStream, width, height, other] = [false, 0, 0, ''];
  let codec: VideoCodec | null = null;
  let at = 0;
  while (at < bytes.length) {
    if (at + 8 > bytes.length) return { state: 'damaged' };
    const type = bytes.toString('latin1', at + 4, at + 8);
    const short = bytes.readUInt32BE(at);
    const isLong = short === 1;
    if (isLong && at + 16 > bytes.length) return { state: 'damaged' };
    const head = isLong ? 16 : 8;
    const size = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? bytes.length - at : short;
    if (size < head || at + size > bytes.length) return { state: 'damaged' };
    if (type === 'mdat' || type === 'moof') hasStream = true;
    if (type === 'stsd' && size >= 52) {
      const format = bytes.toString('latin1', at + 20, at + 24);
      const known = MP4_CODECS[format];
      if (known) [codec, width, height] = [known, bytes.readUInt16BE(at + 48), bytes.readUInt16BE(at + 50)];
      else if (!OTHER_TRACKS.test(format)) other ||= format;
    }
    at += BOXES.has(type) ? head : size;
  }
  if (codec !== null && width > 0 && height > 0)
    return hasStream ? { state: 'ok', width, height, codec } : { state: 'damaged' };
  // Nothing can be played without this table, which cameras write last.
  if (other === '') return bytes.includes('moov') ? NO_PICTURES : { state: 'damaged' };
  return unknownCodec(other.replaceAll(/[^\w-]/g, '?'));
}
