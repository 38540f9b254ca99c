import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { CliError } from '../cli-error.ts';
import { decode } from './decode.ts';
import type { Source } from './formats/format.ts';

/** A transcript of this many bytes is a hundred hours of talk. */
const LARGEST = 100_000_000;

/**
 * Reads the file that is to be imported: named on the command line, so it may lie anywhere.
 * @throws CliError where it is no file, is empty, or is too large
 */
export function readSource(path: string): Source {
  const bytes = bytesOf(path);
  if (bytes.length === 0) throw new CliError(`${path} is empty.`, 'Nothing was written.');
  const name = basename(path);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip) return { name, bytes, text: '', encoding: 'utf-8' };
  return { name, bytes, ...decode(bytes) };
}

function bytesOf(path: string): Uint8Array {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) throw new CliError(`${path} is no file.`, 'Name a transcript.');
    if (stats.size > LARGEST) {
      throw new CliError(
        `${path} has ${stats.size} bytes; at most ${LARGEST} are read.`,
        'Import it in parts.',
      );
    }
    return readFileSync(path);
  } catch (cause) {
    if (cause instanceof CliError) throw cause;
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new CliError(
      code === 'ENOENT' ? `There is no file ${path}.` : `Cannot read ${path}: ${message}`,
      'Name a transcript.',
      { cause },
    );
  }
}
