import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @param name including the folder, without `.png` */
export function writePicture(folder: string, name: string, png: Uint8Array): void {
  const path = join(folder, `${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, png);
}
