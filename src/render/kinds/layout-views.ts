import { pictureColumns } from '../../deck/kinds/layout-slides.ts';
import type { SlideOf } from '../../deck/kinds/slides.ts';
import type { Inert } from '../inert.ts';
import type { PictureView, SectionViewBase } from '../view.ts';
import type { ViewKind } from './view-kind.ts';

interface BesideView extends SectionViewBase {
  readonly kind: 'beside';
  readonly image: PictureView;
  readonly caption: Inert | null;
  readonly side: 'left' | 'right';
  /** Columns of the picture and the text as a CSS grid template: `50fr 50fr`. */
  readonly widths: string;
  readonly body: Inert;
}

export const beside: ViewKind<SlideOf<'beside'>, BesideView> = {
  view: ({ image, caption, side, share, blocks }, make) => ({
    kind: 'beside',
    image: make.image(image),
    caption: make.optionalText(caption),
    side,
    widths: side === 'left' ? `${share}fr ${100 - share}fr` : `${100 - share}fr ${share}fr`,
    body: make.blocks(blocks),
  }),
};

interface FullView extends SectionViewBase {
  readonly kind: 'full';
  readonly image: PictureView;
  readonly line: Inert | null;
}

export const full: ViewKind<SlideOf<'full'>, FullView> = {
  view: ({ image, line }, make) => ({
    kind: 'full',
    image: make.image(image),
    line: make.optionalText(line),
  }),
};

interface PicturesView extends SectionViewBase {
  readonly kind: 'pictures';
  /** Number of pictures in a row. */
  readonly columns: number;
  readonly pictures: readonly (PictureView & { readonly caption: Inert | null })[];
}

export const pictures: ViewKind<SlideOf<'pictures'>, PicturesView> = {
  view: ({ pictures: found }, make) => ({
    kind: 'pictures',
    columns: pictureColumns(found.length),
    pictures: found.map(({ image, caption }) => ({
      ...make.image(image),
      caption: caption.length > 0 ? make.text(caption) : null,
    })),
  }),
};

interface ColumnsView extends SectionViewBase {
  readonly kind: 'columns';
  /** Two or three; the body is null if a column has ended on an earlier slide. */
  readonly columns: readonly { readonly title: Inert; readonly body: Inert | null }[];
}

export const columns: ViewKind<SlideOf<'columns'>, ColumnsView> = {
  view: ({ columns: found }, make) => ({
    kind: 'columns',
    columns: found.map(({ title, blocks }) => ({
      title: make.text(title),
      body: blocks.length > 0 ? make.blocks(blocks) : null,
    })),
  }),
};
