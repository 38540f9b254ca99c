import { readFileSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { readFont } from '../fonts/read-font.ts';
import type { FontFile, FontFiles } from './font-file.ts';
import type { Event } from './meetup.ts';
import { CONTENT_FOLDER } from './read.ts';

/** Reads every font file that event.md names. */
export function readFonts(root: string, { fonts }: Event): FontFiles {
  const folder = join(root, CONTENT_FOLDER);
  return new Map(fonts.map(({ path }) => [path, readFile(folder, path)]));
}

function readFile(folder: string, path: string): FontFile {
  if (isOutside(path)) return OUTSIDE;
  if (!/\.(?:woff2?|ttf|otf)$/i.test(path)) return unusable('it is no WOFF2, WOFF, TTF or OTF file');
  try {
    // A link inside the folder may point anywhere.
    if (isOutside(relative(realpathSync(folder), realpathSync(join(folder, path))))) return OUTSIDE;
    const bytes = readFileSync(join(folder, path));
    return { state: 'ok', bytes, font: readFont(bytes) };
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    return unusable(code === 'ENOENT' || code === 'ENOTDIR' ? 'there is no such file' : message);
  }
}

function unusable(reason: string): FontFile {
  return { state: 'unusable', reason };
}

const OUTSIDE = unusable('it lies outside of content/');

function isOutside(path: string): boolean {
  return path === '..' || path.startsWith('../') || path.startsWith(`..${sep}`);
}
