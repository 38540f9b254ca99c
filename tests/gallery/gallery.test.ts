import { rmSync } from 'node:fs';
import { PNG } from 'pngjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { auditPage } from '../../src/print/audit/audit-page.ts';
import type { PrintableDeck, SlideProblem } from '../../src/print/types.ts';
import { type OpenedDecks, openEach } from '../print/open-decks.ts';
import { comparePictures } from './compare-pictures.ts';
import { compileGallery } from './compile-gallery.ts';
import { exportedSlides, type GallerySlide, gallerySlides, slideNames } from './gallery-slides.ts';
import { halfSize } from './half-size.ts';
import { type GalleryLook, THEMED } from './looks.ts';
import { type TextOnPicture, textsOnPictures } from './measure-covers.ts';
import { type Planted, plantChanges } from './planted-changes.ts';
import { readReferences } from './references.ts';
import { writePicture } from './write-picture.ts';

const DIFF = 'out/gallery-diff';
/** How often a slide that differs is photographed again. */
const TRIES = 4;
/** Runs in the browser: redraws everything. */
const DRAW_ANEW = `(async () => {
  for (const visibility of ['hidden', '']) {
    document.body.style.visibility = visibility;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  }
})()`;
const RENEW = `Look at the pictures in ${DIFF}/. Where the change is wanted: npm run gallery -- --renew`;

interface ComparedSlide {
  readonly name: string;
  /** Null if it looks like its reference picture; hundreds of pictures would stay in memory. */
  readonly actual: PNG | null;
  /** Null also if it has no reference picture. */
  readonly difference: ReturnType<typeof comparePictures>;
}

async function toCompared(
  { name, png }: GallerySlide,
  references: ReadonlyMap<string, PNG>,
): Promise<ComparedSlide> {
  const actual = await halfSize(png);
  const expected = references.get(name);
  const difference = expected ? comparePictures(actual, expected) : null;
  return { name, actual: expected && !difference ? null : actual, difference };
}

interface Looked {
  /** Names of its reference pictures. */
  readonly references: ReadonlySet<string>;
  readonly names: readonly string[];
  readonly slides: readonly ComparedSlide[];
  readonly problems: readonly SlideProblem[];
  readonly planted: Planted | null;
  readonly onPictures: readonly TextOnPicture[];
}

/** The decks of each look, by folder. */
const seen = new Map<string, Looked>();

beforeAll(async () => {
  rmSync(DIFF, { recursive: true, force: true });
  const inputs = THEMED.map((look) => ({ look, ...compileGallery(look) }));
  const [first] = inputs;
  if (!first) throw new RangeError('no look');
  // With one shell, one process and one browser; each look has more slides than a single page should have.
  await openEach(
    { ...first, assets: inputs.flatMap(({ assets }) => assets) },
    inputs,
    async (opened, { look, decks }) => {
      seen.set(look.folder, await lookAt(opened, look, decks));
    },
  );
});

async function lookAt(
  opened: OpenedDecks,
  { folder, compared }: GalleryLook,
  decks: readonly PrintableDeck[],
): Promise<Looked> {
  const references = await readReferences(folder);
  const names = slideNames(opened, decks);
  const isCompared = (name: string) => compared?.has(name.slice(folder.length + 1)) ?? true;
  const compare = (pictures: readonly GallerySlide[]) =>
    Promise.all(pictures.map((slide) => toCompared(slide, references)));
  const taken = async (which: readonly string[]) => {
    const indexes = which.map((name) => names.indexOf(name));
    return compare(await gallerySlides(opened, decks, indexes));
  };
  let slides = compared
    ? await taken(names.filter(isCompared))
    : await compare(await exportedSlides(opened, decks));
  // A browser occasionally smooths the edge of a round picture differently, and draws it as usual the next time.
  for (let tries = 0; tries < TRIES; tries += 1) {
    const changed = slides.filter(({ difference }) => difference);
    if (changed.length === 0) break;
    await opened.page.evaluate(DRAW_ANEW);
    const again = await taken(changed.map(({ name }) => name));
    slides = slides.map((slide) => again.find(({ name }) => name === slide.name) ?? slide);
  }
  const planted = compared ? null : await plantChanges(opened);
  const onPictures = await textsOnPictures(opened);
  const { problems } = await auditPage(opened, { first: 0, count: opened.bundle.slides.length });
  return { references: new Set(references.keys()), names, slides, problems, planted, onPictures };
}

describe.each(THEMED)('$folder', (look) => {
  const { compared } = look;
  let { references, names, slides, problems, planted, onPictures } = {} as Looked;
  beforeAll(() => {
    ({ references, names, slides, problems, planted, onPictures } = seen.get(look.folder) as Looked);
  });

  // Other systems render glyphs differently.
  test.runIf(process.platform === 'linux')('every slide looks as in its picture', () => {
    const taken = new Set(slides.map(({ name }) => name));
    const gone = [...references].filter((name) => !taken.has(name));
    expect(slides).toHaveLength(compared?.size ?? names.length);
    const changed = slides.flatMap(({ name, actual, difference }) => {
      if (!actual) return [];
      writePicture(DIFF, `${name}-actual`, PNG.sync.write(actual));
      if (!difference) return [`${name} has no picture`];
      writePicture(DIFF, `${name}-diff`, PNG.sync.write(difference.diff));
      return [`${name}: ${difference.pixels} pixels differ`];
    });
    expect([...gone.map((name) => `${name}: no such slide`), ...changed], RENEW).toEqual([]);
  });

  test.skipIf(compared)('a comparison notices what a person would see, and nothing else', () => {
    expect(planted?.unnoticed).toEqual([
      'nothing',
      'styles that are taken away again',
      'words that are put back',
    ]);
    expect(planted?.noticed).toHaveLength(planted?.total ?? 0);
  });

  test('text on the picture of a cover has contrast with each pixel behind it', () => {
    // Measured in larger areas than here: details finer than a letter do not matter.
    expect(onPictures.filter(({ contrast }) => contrast < 6)).toEqual([]);
    expect(onPictures.length).toBeGreaterThan(compared ? 4 : 15);
  });

  test('nothing is wrong with any slide', () => {
    // A portrait too small for the panel that it fills is reported, as it should be.
    const isPortrait = ({ kind }: SlideProblem) => look.theme === 'vivid' && kind === 'upscaled';
    const wrong = problems.filter((problem) => !isPortrait(problem));
    const said = wrong.map(({ slide, kind, detail }) => `${names[slide]}: ${kind}, ${detail}`);
    expect(said).toEqual([]);
  });
});
