import { join } from 'node:path';
import { FileReader, whyNotRead } from '../base/read-file.ts';
import { readFont } from '../fonts/read-font.ts';
import type { Memory } from '../memory.ts';
import { CONTENT_FOLDER, contentRules } from './content-folder.ts';
import type { FontFile, FontFiles } from './font-file.ts';
import type { Event } from './meetup.ts';

/** Reads every font file that event.md names. @param memory of the times before */
export function readFonts(root: string, { fonts }: Event, memory: Memory): FontFiles {
  const files = new FileReader(memory);
  return new Map(fonts.map(({ path }) => [path, readFontFile(root, path, files)]));
}

const FONT = /\.(?:woff2?|ttf|otf)$/i;

function readFontFile(root: string, path: string, files: FileReader): FontFile {
  if (!FONT.test(path)) return unusable('it is no WOFF2, WOFF, TTF or OTF file');
  const file = join(root, CONTENT_FOLDER, path);
  const read = files.read(file, contentRules(root, 'font'), `font ${path}`, toFontFile);
  if (read.state === 'ok') return read.value;
  return unusable(read.state === 'outside' ? 'it lies outside of content/' : whyNotRead(read));
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
