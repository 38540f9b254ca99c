import type { SlideOf } from '../../deck/kinds/slides.ts';
import { codeMarkdown } from '../code-markdown.ts';
import { Inert } from '../inert.ts';
import type { PictureView, SectionViewBase } from '../view.ts';
import type { ViewKind } from './view-kind.ts';

interface TextView extends SectionViewBase {
  readonly kind: 'text';
  readonly body: Inert;
}

export const text: ViewKind<SlideOf<'text'>, TextView> = {
  view: ({ blocks }, make) => ({ kind: 'text', body: make.blocks(blocks) }),
};

interface QuoteView extends SectionViewBase {
  readonly kind: 'quote';
  readonly body: Inert;
  readonly attribution: Inert | null;
}

export const quote: ViewKind<SlideOf<'quote'>, QuoteView> = {
  view({ blocks, attribution, origin: { line } }, make) {
    const lines = { first: line, last: line };
    return {
      kind: 'quote',
      body: make.blocks([{ type: 'quote', blocks, lines }]),
      attribution: make.optionalText(attribution),
    };
  },
};

interface FigureView extends SectionViewBase {
  readonly kind: 'figure';
  readonly image: PictureView;
  readonly caption: Inert | null;
}

export const figure: ViewKind<SlideOf<'figure'>, FigureView> = {
  view: ({ image, caption }, make) => ({
    kind: 'figure',
    image: make.image(image),
    caption: make.optionalText(caption),
  }),
};

interface CodeView extends SectionViewBase {
  readonly kind: 'code';
  /** A whole fence, or an escaped `<pre>` if a fence could not safely contain the text. */
  readonly code: Inert;
}

export const code: ViewKind<SlideOf<'code'>, CodeView> = {
  view: (slide) => ({
    kind: 'code',
    code: Inert.markdown(codeMarkdown({ ...slide, text: slide.code }, 'slide')),
  }),
};

interface DiagramView extends SectionViewBase {
  readonly kind: 'diagram';
  /** A complete mermaid fence. */
  readonly diagram: Inert;
}

export const diagram: ViewKind<SlideOf<'diagram'>, DiagramView> = {
  view: ({ source }) => ({
    kind: 'diagram',
    diagram: Inert.markdown(codeMarkdown({ lang: 'mermaid', text: source }, 'slide')),
  }),
};
