import type { Block, ImageRef } from '../../content/summary/markup.ts';
import { breakBlocks } from '../flow/break-blocks.ts';
import { type Breakable, breakPages, type Group, mapBreakable, NEVER } from '../flow/breakable.ts';
import type { SectionBase, Text } from '../slide.ts';
import { ANSWERS, BESIDE, BLOCK_GAP, FULL, PICTURES } from '../typeset/canvas.ts';
import type { Page } from '../typeset/page.ts';
import { countTextLines, textHeight } from '../typeset/size.ts';
import { columnWidth, isWide } from './person-slides.ts';
import type { BlockKind, FlowKind, FromShape } from './slide-kind.ts';
import { LEAST_PICTURE, onPaper } from './text-slides.ts';

interface BesideSlide extends SectionBase {
  readonly kind: 'beside';
  readonly image: ImageRef;
  readonly caption: Text | null;
  readonly side: 'left' | 'right';
  /** The picture's share of the slide's width, in per cent. */
  readonly share: number;
  readonly blocks: readonly Block[];
}

/** Text that is too long continues beside the same picture. */
export const beside: FlowKind<BesideSlide> & FromShape<'beside', BesideSlide> = {
  layout: 'flow',
  fromShape: ({ image, caption, side, blocks }) => ({
    kind: 'beside',
    image,
    caption: caption?.inlines ?? null,
    side,
    share: image.width ?? BESIDE.share,
    blocks,
  }),
  grows: (slide, page) => isWide(page.box.width - BESIDE.columnGap - pictureWidth(slide, page), page),
  flow(slide, page, { room }) {
    const picture = pictureWidth(slide, page);
    const width = page.box.width - BESIDE.columnGap - picture;
    const content = breakBlocks(slide.blocks, { type: page.scale.body, width, room, page });
    const below = captionHeight(slide.caption, picture, page) + onPaper(slide.image, page);
    const least = LEAST_PICTURE + below;
    const flow = mapBreakable(content, (blocks) => ({ ...slide, blocks }));
    return { ...flow, height: (start, end) => Math.max(least, flow.height(start, end)) };
  },
};

function pictureWidth({ share }: BesideSlide, { box }: Page): number {
  return ((box.width - BESIDE.columnGap) * share) / 100;
}

interface FullSlide extends SectionBase {
  readonly kind: 'full';
  readonly image: ImageRef;
  readonly line: Text | null;
}

/** The heading is on a panel, which may hide at most the lower half of the picture. */
export const full: BlockKind<FullSlide> & FromShape<'full', FullSlide> = {
  layout: 'block',
  unbreakable: 'heading',
  fromShape: ({ image, line }) => ({ kind: 'full', image, line: line?.inlines ?? null }),
  block({ title, line }, page) {
    const { heading, body } = page.scale;
    const width = page.box.width - 2 * FULL.padding;
    const lines = countTextLines(title, heading, width, page);
    const below = line ? FULL.gap + textHeight(line, body, width, page) : 0;
    return {
      height: lines * heading.lineHeight + below + 2 * FULL.padding,
      room: page.box.height / 2,
      lines,
      lineHeight: heading.lineHeight,
    };
  },
};

interface PicturesSlide extends SectionBase {
  readonly kind: 'pictures';
  readonly pictures: readonly { readonly image: ImageRef; readonly caption: Text }[];
}

/** Up to three in a row, four in two rows, at most six on a slide. */
export const pictures: FlowKind<PicturesSlide> & FromShape<'pictures', PicturesSlide> = {
  layout: 'flow',
  fromShape: (shape) => ({
    kind: 'pictures',
    pictures: shape.pictures.map(({ image, caption }) => ({ image, caption: caption.inlines })),
  }),
  strips: (slide) => evenly(slide.pictures, PICTURES.most).map((some) => ({ ...slide, pictures: some })),
  flow: (slide, page) => ({
    pieces: slide.pictures.length,
    height: (start, end) => gridHeight(slide.pictures.slice(start, end), page),
    breakCost: () => 0,
    cut: (start, end) => ({ ...slide, pictures: slide.pictures.slice(start, end) }),
  }),
};

/** The number of pictures in a row. */
export function pictureColumns(count: number): number {
  return count === 4 ? 2 : Math.min(count, 3);
}

interface ColumnsSlide extends SectionBase {
  readonly kind: 'columns';
  readonly columns: readonly Column[];
}

interface Column {
  readonly title: Text;
  readonly blocks: readonly Block[];
}

/** Two or three side by side; long ones continue in the same place on another slide, under the same titles. */
export const columns: FlowKind<ColumnsSlide> & FromShape<'columns', ColumnsSlide> = {
  layout: 'flow',
  fromShape: (shape) => ({
    kind: 'columns',
    columns: shape.columns.map(({ title, blocks }) => ({ title: title.inlines, blocks })),
  }),
  strips: (slide) =>
    evenly(slide.columns, ANSWERS.most).map((some) => ({
      ...slide,
      columns: some,
    })),
  grows: (slide, page) => isWide(columnWidth(slide.columns.length, page), page),
  flow(slide, page, { room, above, below }) {
    const width = columnWidth(slide.columns.length, page);
    const type = { ...page.scale.body, bold: true };
    const titles = slide.columns.map(({ title }) => textHeight(title, type, width, page));
    const head = Math.max(...titles) + BLOCK_GAP;
    const inner = room - head - Math.max(above, below);
    const frame = { type: page.scale.body, width, room: inner, page };
    const contents = slide.columns.map(({ blocks }) => breakBlocks(blocks, frame));
    return sideBySide(slide, contents, inner, head);
  },
};

/** Each piece is a page of all columns. */
function sideBySide(
  slide: ColumnsSlide,
  contents: readonly Breakable<readonly Block[]>[],
  room: number,
  head: number,
): Breakable<ColumnsSlide> {
  const pages = contents.map((content) => breakPages(content, room));
  const part = (column: number, start: number, end: number): Group => {
    const own = (pages[column] ?? []).slice(start, end);
    return { start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0 };
  };
  const heightOf = (content: Breakable<unknown>, { start, end }: Group) =>
    start < end ? content.height(start, end) : 0;
  return {
    pieces: Math.max(1, ...pages.map(({ length }) => length)),
    height: (start, end) =>
      head + Math.max(...contents.map((content, at) => heightOf(content, part(at, start, end)))),
    breakCost: () => 0,
    cut: (start, end) => ({
      ...slide,
      columns: slide.columns.map((column, at) => {
        const own = part(at, start, end);
        return {
          ...column,
          blocks: own.start < own.end ? (contents[at]?.cut(own.start, own.end) ?? []) : [],
        };
      }),
    }),
  };
}

/** @param most in a group */
function evenly<T>(items: readonly T[], most: number): readonly (readonly T[])[] {
  const groups = Math.ceil(items.length / most);
  const size = Math.ceil(items.length / groups);
  return Array.from({ length: groups }, (_, index) => items.slice(index * size, (index + 1) * size));
}

function gridHeight(found: PicturesSlide['pictures'], page: Page): number {
  if (found.length > PICTURES.most) return NEVER;
  const count = pictureColumns(found.length);
  const rows = Math.ceil(found.length / count);
  const width = (page.box.width - PICTURES.columnGap * (count - 1)) / count;
  const least = rows === 1 ? LEAST_PICTURE : PICTURES.leastOfTwoRows;
  let height = (rows - 1) * PICTURES.rowGap;
  for (let start = 0; start < found.length; start += count) {
    const captions = found.slice(start, start + count).map(({ caption }) => caption);
    height += least + Math.max(...captions.map((caption) => captionHeight(caption, width, page)));
  }
  return height;
}

function captionHeight(caption: Text | null, width: number, page: Page): number {
  if (!caption || caption.length === 0) return 0;
  return PICTURES.captionGap + textHeight(caption, page.scale.small, width, page);
}
