import { join } from 'node:path';
import { digestOf } from '../base/changed.ts';
import type { FileToWrite } from '../base/files.ts';
import type { Project } from '../base/project.ts';
import { FILE_LIMITS, readFile } from '../base/read-file.ts';
import { meetupFolder, openStore } from '../base/store.ts';
import type { Compilation } from '../build/compile.ts';
import { madeFiles } from '../export/made.ts';
import { productPaths } from '../export/products.ts';
import { SLIDE_PICTURE } from './article.ts';
import { PLACES } from './site-places.ts';

/** Size of link previews, in pixels. */
export const PREVIEW = { width: 1200, height: 630 } as const;

/** Enough for the slides of some evenings. */
const KEPT = { entries: 2000, bytes: 64 * 2 ** 20 };

interface Wanted {
  /** Whether link previews show covers. */
  readonly hasCovers: boolean;
  /** 1-based numbers of the deck's slides that pages show. */
  slidesOf(deck: string): readonly number[];
}

/**
 * Pictures of covers and slides, from those that `export --png` left of decks that look the same now: making others
 * would need a browser. Pictures scaled down before are taken from the cache.
 */
export async function previewPictures(
  project: Project,
  compilation: Compilation,
  { hasCovers, slidesOf }: Wanted,
): Promise<readonly FileToWrite[]> {
  const isCurrent = madeFiles(project, compilation);
  const store = openStore(meetupFolder(project.root, 'pictures'));
  const { outFolder } = project;
  const pictures: FileToWrite[] = [];
  for (const { deck } of compilation.decks) {
    const paths = productPaths({ kind: 'png' }, deck.slug, deck.slides.length + 1);
    const wanted = [
      ...(hasCovers ? [{ number: 1, path: PLACES.preview(deck.slug), shrink: asCover, how: 'cover' }] : []),
      ...slidesOf(deck.slug).map((number) => {
        return { number, path: PLACES.slide(deck.slug, number), shrink: asSlide, how: 'slide' };
      }),
    ];
    for (const { number, path, shrink, how } of wanted) {
      const file = paths[number - 1] ?? '';
      const read = readFile(join(outFolder, file), {
        place: { within: outFolder },
        limit: FILE_LIMITS.other,
      });
      if (read.state !== 'ok' || isCurrent(file, read.value, deck.slug, false) !== true) continue;
      const key = `${how}-${digestOf(read.value)}`;
      const before = store.get(key);
      const content = before ?? (await shrink(read.value));
      if (!before) store.put(key, content);
      pictures.push({ path, content });
    }
  }
  if (pictures.length > 0) store.trim(KEPT);
  return pictures;
}

async function asCover(png: Uint8Array): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  return sharp(png)
    .resize({ ...PREVIEW, fit: 'cover' })
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
}

async function asSlide(png: Uint8Array): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  return sharp(png)
    .resize({ ...SLIDE_PICTURE, fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .webp({ quality: 82 })
    .toBuffer();
}
