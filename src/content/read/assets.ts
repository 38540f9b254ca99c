import { isUtf8 } from 'node:buffer';
import { realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { imageSize } from 'image-size';
import * as v from 'valibot';
import { inEnglish } from '../../base/errors.ts';
import { readFont } from '../../base/fonts/read-font.ts';
import { type Memory, NO_MEMORY } from '../../base/memory.ts';
import { FileReader, type NotRead, whyNotRead } from '../../base/read-file.ts';
import { parseTranscript, type Transcript } from '../claims/check-claim.ts';
import { type Asset, type Assets, assetPath, isRemote, isVideo } from '../summary/asset.ts';
import type { Event, FontFile, FontFiles, Meetup } from '../summary/meetup.ts';
import type { LineTimes, Recording } from '../summary/recording.ts';
import { imagesOf } from '../summary/statements.ts';
import { CONTENT_FOLDER, contentRules, transcriptRules } from './content-folder.ts';
import { type Examined, examine } from './examine.ts';
import { inspectSvg } from './inspect-svg.ts';
import { inspectVideo } from './inspect-video.ts';
import { readLettering } from './svg-lettering.ts';

const IMAGE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;
/** Maximum number of pixels that decoders, and browsers, accept. */
const MOST_DOTS = 0x3fff ** 2;
const NO_IMAGE: Asset = { state: 'unreadable', reason: 'it is not a PNG, JPEG, GIF, WebP, AVIF or SVG file' };
const NO_SIZE: Asset = {
  state: 'unreadable',
  reason: 'its <svg> has no size: neither "viewBox" nor "width" and "height"',
};

/** Reads all images and videos named in the meetup's summaries. @param memory of earlier runs */
export function readAssets(root: string, { event, talks, exchanges }: Meetup, memory: Memory): Assets {
  const files = new FileReader(memory);
  const assets = new Map<string, Asset>();
  for (const { source, ref } of [event, ...talks, ...exchanges].flatMap(imagesOf)) {
    if (isRemote(ref.src)) continue;
    const path = assetPath(source.path, ref);
    if (!assets.has(path)) assets.set(path, readAsset(root, path, files));
  }
  return assets;
}

/** Results for the diagrams of a meetup, by source. */
export type Diagrams = ReadonlyMap<string, Examined>;

/** Parses all diagrams in the meetup's summaries. @param memory of earlier runs */
export function readDiagrams({ event, talks }: Meetup, memory: Memory): Diagrams {
  const sources = [event, ...talks].flatMap(({ sections }) =>
    sections.flatMap(({ shape }) => (shape.kind === 'diagram' ? [shape.source] : [])),
  );
  const diagrams = [...new Set(sources)].flatMap((source): [string, Examined][] => {
    const examined = memory.recall(`diagram ${source}`, null, () =>
      examine({ kind: 'diagram', text: source }),
    );
    return examined ? [[source, examined]] : [];
  });
  return new Map(diagrams);
}

/** Reads every font file that event.md names. @param memory of earlier runs */
export function readFonts(root: string, { fonts }: Event, memory: Memory): FontFiles {
  const files = new FileReader(memory);
  return new Map(fonts.map(({ path }) => [path, readFontFile(root, path, files)]));
}

/** Absolute path of the event's transcript; null if it names none. */
export function transcriptPath(root: string, { transcript }: Event): string | null {
  return transcript && resolve(root, CONTENT_FOLDER, transcript.path);
}

/** The event's transcript, as far as readable. */
interface FoundTranscript {
  /** Null if none is named, or it is missing or unreadable. */
  readonly transcript: Transcript | null;
  /** Why an existing transcript cannot be read; otherwise null. */
  readonly transcriptProblem: string | null;
}

/** Reads the event's transcript. */
export function readTranscript(root: string, event: Event, memory: Memory = NO_MEMORY): FoundTranscript {
  const none = { transcript: null, transcriptProblem: null };
  // Links on the path to the meetup's folder are the organiser's own and do not matter.
  const real = realRoot(root);
  const path = transcriptPath(real, event);
  if (path === null) return none;
  const read = new FileReader(memory).read(
    path,
    transcriptRules(real, path),
    `transcript ${path}`,
    (bytes) =>
      isUtf8(bytes)
        ? { ...none, transcript: memory.recall('transcript', bytes.toString('utf8'), parseTranscript) }
        : { ...none, transcriptProblem: 'it is not UTF-8' },
  );
  if (read.state === 'ok') return read.value;
  return read.state === 'missing' ? none : { ...none, transcriptProblem: problem(read) };
}

/** Written by `import` beside its transcript: when each line was said. */
const TIMES_FILE = 'transcript.map.json';
const timesSchema = v.object({
  times: v.array(v.tuple([v.pipe(v.number(), v.integer()), v.pipe(v.number(), v.minValue(0), v.finite())])),
});

/** The recording that event.md names, if the times of lines are known. Times of another transcript are not used. */
export function readRecording(
  root: string,
  { recording, transcript }: Event,
  memory: Memory,
): Recording | null {
  if (recording === null || transcript?.path !== 'transcript.txt') return null;
  const file = join(root, CONTENT_FOLDER, TIMES_FILE);
  const read = new FileReader(memory).read(file, contentRules(root, 'transcript'), `times ${file}`, (bytes) =>
    toTimes(bytes.toString('utf8')),
  );
  return read.state === 'ok' && read.value !== null ? { url: recording, times: read.value } : null;
}

function toTimes(text: string): LineTimes | null {
  try {
    const { times } = v.parse(timesSchema, JSON.parse(text));
    return times.length === 0 ? null : times.toSorted(([a], [b]) => a - b);
  } catch {
    return null;
  }
}

function readAsset(root: string, path: string, files: FileReader): Asset {
  if (!IMAGE.test(path) && !isVideo(path))
    return /^\.\.(?:\/|$)/.test(path) ? { state: 'outside' } : NO_IMAGE;
  const file = join(root, CONTENT_FOLDER, path);
  const rules = contentRules(root, isVideo(path) ? 'video' : 'image');
  const read = files.read(file, rules, `asset ${path}`, (bytes) =>
    isVideo(path) ? toVideo(bytes) : toAsset(path, bytes),
  );
  switch (read.state) {
    case 'ok':
      return read.value;
    case 'outside':
    case 'linked':
      return { state: 'outside' };
    case 'missing':
    case 'broken-link':
      return { state: 'missing' };
    default:
      return { state: isVideo(path) ? 'unplayable' : 'unreadable', reason: inEnglish(whyNotRead(read)) };
  }
}

function toVideo(bytes: Buffer): Asset {
  const found = inspectVideo(bytes);
  return found.state === 'ok' ? { ...found, bytes, isDrawn: false, lettering: null } : found;
}

function toAsset(path: string, bytes: Buffer): Asset {
  let size: ReturnType<typeof imageSize>;
  try {
    size = imageSize(bytes);
  } catch {
    const isSvg = /\.svg$/i.test(path) && bytes.includes('<svg');
    return isSvg ? (inspectSvg(bytes) ?? NO_SIZE) : NO_IMAGE;
  }
  const { width, height, type, orientation } = size;
  // With either name, a browser may treat it as SVG.
  if (type === 'svg' || /\.svg$/i.test(path)) {
    if (width === 0 || height === 0) return inspectSvg(bytes) ?? NO_SIZE;
    return (
      inspectSvg(bytes) ?? {
        state: 'ok',
        bytes,
        width,
        height,
        isDrawn: true,
        lettering: readLettering(bytes),
      }
    );
  }
  if (width * height > MOST_DOTS) {
    return { state: 'unreadable', reason: `it has ${Math.round((width * height) / 1e6)} million dots` };
  }
  if (examine({ kind: 'picture', bytes })?.fault) return { state: 'damaged' };
  // Portrait orientation, as cameras record it.
  const isTurned = orientation !== undefined && orientation >= 5;
  const [wide, high] = isTurned ? [height, width] : [width, height];
  return { state: 'ok', bytes, width: wide, height: high, isDrawn: false, lettering: null };
}

const FONT = /\.(?:woff2?|ttf|otf)$/i;

function readFontFile(root: string, path: string, files: FileReader): FontFile {
  if (!FONT.test(path)) return unusable('it is not a WOFF2, WOFF, TTF or OTF file');
  const file = join(root, CONTENT_FOLDER, path);
  const read = files.read(file, contentRules(root, 'font'), `font ${path}`, toFontFile);
  if (read.state === 'ok') return read.value;
  return unusable(read.state === 'outside' ? 'it lies outside of content/' : inEnglish(whyNotRead(read)));
}

function toFontFile(bytes: Uint8Array): FontFile {
  try {
    return { state: 'ok', bytes, font: readFont(bytes) };
  } catch (cause) {
    return unusable((cause as Error).message);
  }
}

function unusable(reason: string): FontFile {
  return { state: 'unusable', reason };
}

function realRoot(root: string): string {
  try {
    return realpathSync.native(root);
  } catch {
    return root; // Missing, like the transcript.
  }
}

function problem(not: NotRead): string {
  if (not.state === 'outside') return 'it is a link that leads out of content/';
  const why = inEnglish(whyNotRead(not));
  return not.state === 'linked' ? `${why}; name the file itself` : why;
}
