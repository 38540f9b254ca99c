import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';

/** Folder of the reference images, with a subfolder for each look. */
export const REFERENCES = fileURLToPath(new URL('pictures', import.meta.url));

/** The reference images of a look by slide name, such as `quiet/zh-dense-07`. */
export function readReferences(look: string): ReadonlyMap<string, PNG> {
  const folder = join(REFERENCES, look);
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.png')) : [];
  return new Map(
    files.map((file) => [
      `${look}/${file.slice(0, -'.png'.length)}`,
      PNG.sync.read(readFileSync(join(folder, file))),
    ]),
  );
}
