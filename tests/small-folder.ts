import { accessSync, constants, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
/** Thousands of meetups of three files are made and removed, which is slow on a disk. */
const HOME = isWritable(MEMORY) ? MEMORY : tmpdir();

/** A new folder for a meetup of a few lines. */
export function smallFolder(prefix: string): string {
  return mkdtempSync(join(HOME, prefix));
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
