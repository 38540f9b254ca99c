import { isVideo } from '../../content/summary/asset.ts';
import type { Block, CodeMarks, ImageRef } from '../../content/summary/markup.ts';
import { breakBlocks, breakCode } from '../flow/break-blocks.ts';
import { mapBreakable, solid } from '../flow/breakable.ts';
import type { SectionBase, Text } from '../slide.ts';
import { BLOCK_GAP, PICTURES, QUOTE_INDENT } from '../typeset/canvas.ts';
import type { Page } from '../typeset/page.ts';
import { textHeight } from '../typeset/size.ts';
import type { FlowKind, FromShape } from './slide-kind.ts';
import { singleText, speak } from './voice.ts';

export interface TextSlide extends SectionBase {
  readonly kind: 'text';
  readonly blocks: readonly Block[];
}

export const text: FlowKind<TextSlide> & FromShape<'text', TextSlide> = {
  layout: 'flow',
  fromShape: ({ blocks }) => ({ kind: 'text', blocks }),
  grows: () => true,
  voice: ({ blocks }, page) => speak(singleText(blocks), page)?.voice ?? null,
  spread: () => 0,
  flow(slide, page, { room }) {
    const spoken = speak(singleText(slide.blocks), page);
    if (spoken) return solid(slide, spoken.height);
    const frame = { type: page.scale.body, width: page.box.width, room, page };
    return mapBreakable(breakBlocks(slide.blocks, frame), (blocks) => ({ ...slide, blocks }));
  },
};

interface QuoteSlide extends SectionBase {
  readonly kind: 'quote';
  readonly blocks: readonly Block[];
  readonly attribution: Text | null;
}

/** Space before the attribution, in pixels. */
const DASH = 48;

/** Broken between paragraphs, then between sentences; the attribution comes at the end. */
export const quote: FlowKind<QuoteSlide> & FromShape<'quote', QuoteSlide> = {
  layout: 'flow',
  fromShape: ({ blocks, attribution }) => ({
    kind: 'quote',
    blocks,
    attribution: attribution?.inlines ?? null,
  }),
  grows: () => true,
  flow(slide, page, { room, above, below }) {
    const { attribution } = slide;
    const width = page.box.width - QUOTE_INDENT;
    const source = attribution ? textHeight(attribution, page.scale.body, width - DASH, page) + BLOCK_GAP : 0;
    const quoteRoom = room - Math.max(above, below + source);
    const blocks = breakBlocks(slide.blocks, { type: page.scale.quote, width, room: quoteRoom, page });
    const { pieces } = blocks;
    return {
      pieces,
      height: (start, end) => blocks.height(start, end) + (end === pieces ? source : 0),
      breakCost: (at) => blocks.breakCost(at),
      cut: (start, end) => ({
        ...slide,
        blocks: blocks.cut(start, end),
        attribution: end === pieces ? attribution : null,
      }),
    };
  },
};

interface CodeSlide extends SectionBase {
  readonly kind: 'code';
  readonly lang: string;
  readonly marks?: CodeMarks;
  readonly code: string;
}

export const code: FlowKind<CodeSlide> & FromShape<'code', CodeSlide> = {
  layout: 'flow',
  fromShape: ({ lang, code, marks }) => ({ kind: 'code', lang, code, ...(marks ? { marks } : {}) }),
  grows: () => true,
  spread: () => 0,
  flow: (slide, page) =>
    mapBreakable(
      breakCode({ text: slide.code, ...(slide.marks ? { marks: slide.marks } : {}) }, page.box.width, page),
      ({ text, ...rest }) => ({ ...slide, ...rest, code: text }),
    ),
};

/** A picture or diagram lower than this is illegible, in pixels. */
export const LEAST_PICTURE = 160;

interface FigureSlide extends SectionBase {
  readonly kind: 'figure';
  readonly image: ImageRef;
  readonly caption: Text | null;
}

export const figure: FlowKind<FigureSlide> & FromShape<'figure', FigureSlide> = {
  layout: 'flow',
  fromShape: ({ image, caption }) => ({ kind: 'figure', image, caption: caption?.inlines ?? null }),
  flow(slide, page) {
    const { caption } = slide;
    const below = caption
      ? PICTURES.captionGap + textHeight(caption, page.scale.small, page.box.width, page)
      : 0;
    return solid(slide, LEAST_PICTURE + below + onPaper(slide.image, page));
  },
};

/** Height of the line below a video that identifies it in print, in pixels. */
export function onPaper({ src }: ImageRef, page: Page): number {
  return isVideo(src) ? PICTURES.captionGap + page.scale.small.lineHeight : 0;
}

interface DiagramSlide extends SectionBase {
  readonly kind: 'diagram';
  readonly source: string;
}

export const diagram: FlowKind<DiagramSlide> & FromShape<'diagram', DiagramSlide> = {
  layout: 'flow',
  fromShape: ({ source }) => ({ kind: 'diagram', source }),
  flow: (slide) => solid(slide, LEAST_PICTURE),
};
