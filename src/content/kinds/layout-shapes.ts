import { isVideo } from '../summary/asset.ts';
import { blockStatements, blocksCode, ownStatements } from '../summary/block-statements.ts';
import type { Block, ImageRef, Prose } from '../summary/markup.ts';
import { captionOf, imageOf } from './picture-shapes.ts';
import type { Around, ShapeKind } from './shape-kind.ts';

interface BesideShape {
  readonly kind: 'beside';
  readonly image: ImageRef;
  readonly side: 'left' | 'right';
  readonly caption: Prose | null;
  /** Text beside the picture. */
  readonly blocks: readonly Block[];
}

/** One picture, and text beside it: a list, or paragraphs. */
export const beside: ShapeKind<BesideShape> = {
  needs: 'one image, and text to stand beside it',
  options: ['left', 'right'],
  isWhole: true,
  claims({ blocks, main }) {
    const [image, ...more] = imagesOf(blocks);
    const text = blocks.filter((block) => imageOf(block) === null);
    if (!image || more.length > 0 || text.length === 0 || image.place === 'full') return false;
    // A paragraph on either side is a figure's; tables and code are too wide to go beside a picture unless asked for.
    return image.place !== undefined || (main === null && text.every(({ type }) => NARROW.has(type)));
  },
  read({ blocks }, options) {
    const [image, ...more] = imagesOf(blocks);
    const text = blocks.filter((block) => imageOf(block) === null);
    const [option, ...others] = SIDES.filter((side) => options.includes(side));
    if (!image || more.length > 0 || text.length === 0 || others.length > 0) return null;
    const own = SIDES.find((side) => side === image.place);
    const side = option ?? own ?? (imageOf(blocks[0] ?? null) ? 'left' : 'right');
    const caption = blocks.flatMap((block) => captionOf(block) ?? [])[0] ?? null;
    return { kind: 'beside', image, side, caption, blocks: text };
  },
  statements: ({ caption, blocks }, inherited) => [
    ...ownStatements(caption, inherited),
    ...blockStatements(blocks, inherited),
  ],
  code: ({ blocks }) => blocksCode(blocks),
  images: ({ image }) => [image],
  lists: ({ blocks }) => blocks.flatMap((block) => (block.type === 'list' ? [block.items] : [])),
  isPicture: true,
};

interface FullShape {
  readonly kind: 'full';
  readonly image: ImageRef;
  /** Below the heading. */
  readonly line: Prose | null;
}

/** A picture that fills the slide, with the heading on it. */
export const full: ShapeKind<FullShape> = {
  needs: 'one image, and no more than one paragraph',
  isWhole: true,
  claims: ({ blocks }) => imagesOf(blocks)[0]?.place === 'full' && readFull(blocks) !== null,
  read: ({ blocks }) => readFull(blocks),
  statements: ({ line }, inherited) => ownStatements(line, inherited),
  images: ({ image }) => [image],
  isPicture: true,
};

interface PicturesShape {
  readonly kind: 'pictures';
  readonly pictures: readonly Captioned[];
}

/** A picture with the text below it: its caption, else its description. */
interface Captioned {
  readonly image: ImageRef;
  readonly caption: Prose;
}

/** Several pictures in one or two rows. */
export const pictures: ShapeKind<PicturesShape> = {
  needs: 'two images or more, one after the other',
  claims: ({ blocks }) => readPictures(blocks) !== null,
  read({ blocks }) {
    const found = readPictures(blocks);
    return found && { kind: 'pictures', pictures: found.pictures };
  },
  around: ({ blocks }) => readPictures(blocks) ?? { lead: null, aside: null },
  statements: ({ pictures: found }, inherited) =>
    found.flatMap(({ caption }) => (caption.inlines.length > 0 ? ownStatements(caption, inherited) : [])),
  images: ({ pictures: found }) => found.map(({ image }) => image),
  isPicture: true,
};

const SIDES = ['left', 'right'] as const;
const NARROW: ReadonlySet<Block['type']> = new Set(['paragraph', 'list', 'heading', 'quote']);

/** A video behind a heading or in a row could not be watched. */
function showsVideo(block: Block): boolean {
  return isVideo(imageOf(block)?.src ?? '');
}

function imagesOf(blocks: readonly Block[]): readonly ImageRef[] {
  return blocks.flatMap((block) => imageOf(block) ?? []);
}

function readFull(blocks: readonly Block[]): FullShape | null {
  if (blocks.some(showsVideo)) return null;
  const [image, ...more] = imagesOf(blocks);
  const [line, ...others] = blocks.filter((block) => imageOf(block) === null);
  if (!image || more.length > 0 || others.length > 0) return null;
  if (line && line.type !== 'paragraph') return null;
  const caption = blocks.flatMap((block) => captionOf(block) ?? [])[0];
  return { kind: 'full', image, line: line?.prose ?? caption ?? null };
}

interface Pictures extends Around {
  readonly pictures: readonly Captioned[];
}

/** Null unless they follow each other, with at most a paragraph above and one below. */
function readPictures(blocks: readonly Block[]): Pictures | null {
  if (blocks.some(showsVideo)) return null;
  const first = blocks.findIndex((block) => imageOf(block) !== null);
  const last = blocks.findLastIndex((block) => imageOf(block) !== null);
  if (first === last) return null;
  const shown = blocks.slice(first, last + 1);
  const found = shown.flatMap((block) => {
    const image = imageOf(block);
    if (!image || block.type !== 'paragraph') return [];
    const inlines = image.alt === '' ? [] : [{ type: 'text', text: image.alt } as const];
    return [{ image, caption: captionOf(block) ?? { ...block.prose, inlines } }];
  });
  if (found.length < shown.length) return null;
  const [above, below] = [blocks.slice(0, first), blocks.slice(last + 1)];
  if (above.length > 1 || below.length > 1) return null;
  const paragraphs = [...above, ...below];
  if (paragraphs.some(({ type }) => type !== 'paragraph')) return null;
  return { pictures: found, lead: proseOf(above[0]), aside: proseOf(below[0]) };
}

function proseOf(block: Block | undefined): Prose | null {
  return block?.type === 'paragraph' ? block.prose : null;
}
