import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const written = new Set<string>();

/** Unchanged files keep their times, which builds and exports depend on. @param path absolute */
export function writeChanged(path: string, content: string | Uint8Array): void {
  written.add(path);
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path) || !readFileSync(path).equals(Buffer.from(content))) writeFileSync(path, content);
}

/** Whether this process wrote it, or found it so. */
export function isWritten(path: string): boolean {
  return written.has(path);
}
