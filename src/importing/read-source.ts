import { basename } from 'node:path';
import { CliError, wording } from '../base/errors.ts';
import { FILE_LIMITS, readFile, whyNotRead } from '../base/read-file.ts';
import { decode } from './decode.ts';
import type { Source } from './formats/format.ts';

/** Enough bytes of a text to detect other file types. */
const HEAD = 64;

/**
 * Reads the file to import, which may lie anywhere, since the user named it.
 * @param path absolute
 * @param named as the user wrote it, for messages
 * @throws CliError if it is not a file, empty, or too large
 */
export function readSource(path: string, named: string = path): Source {
  const file = readFile(path, { place: 'anywhere', limit: FILE_LIMITS.transcript });
  if (file.state === 'missing')
    throw new CliError(wording`There is no file ${named}.`, wording`Name a transcript.`);
  if (file.state !== 'ok') {
    throw new CliError(
      wording`Cannot read ${named}: ${whyNotRead(file)}.`,
      wording`Name a transcript; a long one goes in parts.`,
    );
  }
  const bytes = file.value;
  if (bytes.length === 0) throw new CliError(wording`${named} is empty.`, wording`Nothing was written.`);
  const name = basename(path);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip) return { name, bytes, text: '', encoding: 'utf-8' };
  return { name, bytes: Uint8Array.from(bytes.subarray(0, HEAD)), ...decode(bytes) };
}
