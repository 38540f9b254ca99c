import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PNG } from 'pngjs';
import { readPng } from './read-png.ts';

/** Folder of the reference images, with a subfolder for each look. */
export const REFERENCES = fileURLToPath(new URL('pictures', import.meta.url));

/** The reference images of a look by slide name, such as `quiet/zh-dense-07`. */
export async function readReferences(look: string): Promise<ReadonlyMap<string, PNG>> {
  const folder = join(REFERENCES, look);
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.png')) : [];
  const pictures = files.map(
    async (file) =>
      [`${look}/${file.slice(0, -'.png'.length)}`, await readPng(readFileSync(join(folder, file)))] as const,
  );
  return new Map(await Promise.all(pictures));
}
