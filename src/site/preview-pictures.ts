import { join } from 'node:path';
import type { FileToWrite } from '../base/files.ts';
import type { Project } from '../base/project.ts';
import { FILE_LIMITS, readFile } from '../base/read-file.ts';
import type { Compilation } from '../build/compile.ts';
import { madeFiles } from '../export/made.ts';
import { productPaths } from '../export/products.ts';
import { PLACES } from './site-places.ts';

/** What messengers show, in pixels. */
export const PREVIEW = { width: 1200, height: 630 } as const;

/**
 * Pictures of covers for messengers, by deck: of those that `export --png` left of decks that look the same now.
 * Others need a browser.
 */
export async function previewPictures(
  project: Project,
  compilation: Compilation,
): Promise<readonly FileToWrite[]> {
  const isCurrent = madeFiles(project, compilation);
  const { outFolder } = project;
  const pictures: FileToWrite[] = [];
  for (const { deck } of compilation.decks) {
    const [path = ''] = productPaths({ kind: 'png' }, deck.slug, deck.slides.length + 1);
    const read = readFile(join(outFolder, path), { place: { within: outFolder }, limit: FILE_LIMITS.other });
    if (read.state !== 'ok' || isCurrent(path, read.value, deck.slug, false) !== true) continue;
    const { default: sharp } = await import('sharp');
    const { width, height } = PREVIEW;
    const content = await sharp(read.value)
      .resize({ width, height, fit: 'cover' })
      .png({ compressionLevel: 9, palette: true })
      .toBuffer();
    pictures.push({ path: PLACES.preview(deck.slug), content });
  }
  return pictures;
}
