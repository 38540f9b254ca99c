import { readdirSync, realpathSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFiles } from '../base/files.ts';
import { CliError } from '../cli-error.ts';
import type { SlidePicture } from '../print/print-decks.ts';
import type { Project } from '../project.ts';
import { picturePath } from './picture-path.ts';

/** Leaves in out/audit/ the pictures of slides that have findings now, and no folder where there is none. */
export function writePictures({ root, outFolder }: Project, pictures: readonly SlidePicture[]): void {
  removeOld(join(outFolder, 'audit'));
  writeFiles(
    realpathSync(root),
    pictures.map((picture) => ({ path: picturePath(picture), content: picture.png })),
  );
}

function removeOld(folder: string): void {
  try {
    const names = readdirSync(folder);
    const old = names.filter((name) => name.endsWith('.png'));
    for (const name of old) rmSync(join(folder, name));
    if (old.length === names.length) rmdirSync(folder);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw new CliError(
      `Cannot empty ${folder}: ${(cause as Error).message}`,
      'It holds pictures of an earlier look at the slides. Look at its permissions, or delete it.',
      { cause },
    );
  }
}
