import { join } from 'node:path';
import { readFont } from '../fonts/read-font.ts';
import type { Memory } from '../memory.ts';
import type { FontFile, FontFiles } from './font-file.ts';
import type { Event } from './meetup.ts';
import { CONTENT_FOLDER } from './place-of.ts';
import { type FileBelow, readBelow } from './read-below.ts';

/** Reads every font file that event.md names. @param memory of the times before */
export function readFonts(root: string, { fonts }: Event, memory: Memory): FontFiles {
  const folder = join(root, CONTENT_FOLDER);
  return new Map(
    fonts.map(({ path }) => [
      path,
      memory.recall(`font ${path}`, readBelow(folder, path, FONT, memory), toFontFile),
    ]),
  );
}

const FONT = /\.(?:woff2?|ttf|otf)$/i;

function toFontFile(file: FileBelow): FontFile {
  if (file.state === 'outside') return unusable('it lies outside of content/');
  if (file.state === 'misnamed') return unusable('it is no WOFF2, WOFF, TTF or OTF file');
  if (file.state === 'missing') return unusable('there is no such file');
  if (file.state === 'unreadable') return unusable(file.reason);
  try {
    return { ...file, font: readFont(file.bytes) };
  } catch (cause) {
    return unusable((cause as Error).message);
  }
}

function unusable(reason: string): FontFile {
  return { state: 'unusable', reason };
}
