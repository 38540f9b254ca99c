import { rmSync } from 'node:fs';
import { PNG } from 'pngjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { auditPage } from '../../src/print/audit/audit-page.ts';
import type { SlideProblem } from '../../src/print/types.ts';
import { openDecks } from '../print/open-decks.ts';
import { comparePictures } from './compare-pictures.ts';
import { compileGallery } from './compile-gallery.ts';
import { type GallerySlide, gallerySlides } from './gallery-slides.ts';
import { halfSize } from './half-size.ts';
import { THEMED } from './looks.ts';
import { type TextOnPicture, textsOnPictures } from './measure-covers.ts';
import { type Planted, plantChanges } from './planted-changes.ts';
import { readReferences } from './references.ts';
import { writePicture } from './write-picture.ts';

const DIFF = 'out/gallery-diff';
const RENEW = `Look at the pictures in ${DIFF}/. Where the change is wanted: npm run gallery -- --renew`;

interface ComparedSlide {
  readonly name: string;
  readonly actual: PNG;
  /** Null where it looks as in its picture, or has none. */
  readonly difference: ReturnType<typeof comparePictures>;
}

function compared({ name, png }: GallerySlide, references: ReadonlyMap<string, PNG>): ComparedSlide {
  const actual = halfSize(png);
  const expected = references.get(name);
  return { name, actual, difference: expected ? comparePictures(actual, expected) : null };
}

beforeAll(() => rmSync(DIFF, { recursive: true, force: true }));

describe.concurrent.each(THEMED)('$folder', (look) => {
  const references = readReferences(look.folder);
  let slides: readonly ComparedSlide[];
  let problems: readonly SlideProblem[];
  let planted: Planted;
  let onPictures: readonly TextOnPicture[];

  beforeAll(async () => {
    const input = compileGallery(look);
    await openDecks(input, async (opened) => {
      const taken = async (which?: readonly number[]) =>
        (await gallerySlides(opened, input.decks, which)).map((slide) => compared(slide, references));
      slides = await taken();
      // Of a page that it has just drawn a browser rarely smooths the edge of a round picture otherwise.
      const again = await taken(slides.flatMap(({ difference }, index) => (difference ? [index] : [])));
      slides = slides.map((slide) => again.find(({ name }) => name === slide.name) ?? slide);
      planted = await plantChanges(opened);
      onPictures = await textsOnPictures(opened);
      const span = { first: 0, count: opened.bundle.slides.length };
      ({ problems } = await auditPage(opened, span));
    });
  });

  // Other systems render glyphs differently.
  test.runIf(process.platform === 'linux')('every slide looks as in its picture', () => {
    const names = new Set(slides.map(({ name }) => name));
    const gone = [...references.keys()].filter((name) => !names.has(name));
    const changed = slides.flatMap(({ name, actual, difference }) => {
      if (references.has(name) && !difference) return [];
      writePicture(DIFF, `${name}-actual`, PNG.sync.write(actual));
      if (!difference) return [`${name} has no picture`];
      writePicture(DIFF, `${name}-diff`, PNG.sync.write(difference.diff));
      return [`${name}: ${difference.pixels} pixels differ`];
    });
    expect([...gone.map((name) => `${name}: no such slide`), ...changed], RENEW).toEqual([]);
  });

  test('a comparison notices what a person would see, and nothing else', () => {
    expect(planted.unnoticed).toEqual([
      'nothing',
      'styles that are taken away again',
      'words that are put back',
    ]);
    expect(planted.noticed).toHaveLength(planted.total);
  });

  test('text on the picture of a cover has contrast with each pixel behind it', () => {
    // Measured in larger pieces than here: what is finer than a letter is of no account.
    expect(onPictures.filter(({ contrast }) => contrast < 6)).toEqual([]);
    expect(onPictures.length).toBeGreaterThan(15);
  });

  test('nothing is wrong with any slide', () => {
    const said = problems.map(({ slide, kind, detail }) => `${slides[slide]?.name}: ${kind}, ${detail}`);
    expect(said).toEqual([]);
  });
});
