import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FontFace } from './shell.ts';

const SHEET = 'faces.css';
const FOLDER = 'faces';

/**
 * Writes a style sheet of faces, with their fonts beside it.
 * @returns its address
 */
export async function writeFaces(faces: readonly FontFace[], outDir: string): Promise<string> {
  const files = [...new Set(faces.map(({ file }) => file))];
  // Fonts of two packages may have one name.
  const nameOf = (file: string) => `${files.indexOf(file) + 1}-${basename(file)}`;
  await mkdir(join(outDir, FOLDER), { recursive: true });
  await Promise.all(files.map((file) => copyFile(file, join(outDir, FOLDER, nameOf(file)))));
  const css = faces.map((face) => face.css.replace('url(#)', `url("./${FOLDER}/${nameOf(face.file)}")`));
  await writeFile(join(outDir, SHEET), `${css.join('\n')}\n`);
  return `/${SHEET}`;
}
