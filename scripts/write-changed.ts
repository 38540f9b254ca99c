import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const written = new Set<string>();

/** Leaves unchanged files alone, because builds and exports depend on their times. @param path absolute */
export function writeChanged(path: string, content: string | Uint8Array): void {
  written.add(path);
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path) || !readFileSync(path).equals(Buffer.from(content))) writeFileSync(path, content);
}

/** Whether this process wrote a file, or found it unchanged. */
export function isWritten(path: string): boolean {
  return written.has(path);
}
