import { codeTexts, ownStatements } from '../summary/block-statements.ts';
import type { Block, CodeMarks, ImageRef, Prose } from '../summary/markup.ts';
import { lineCount, type ShapeKind } from './shape-kind.ts';

interface FigureShape {
  readonly kind: 'figure';
  readonly image: ImageRef;
  /** The caption of its own, if it has one. */
  readonly caption: Prose | null;
}

export const figure: ShapeKind<FigureShape> = {
  needs: 'one image',
  claims: ({ main }) => imageOf(main) !== null,
  read({ main }) {
    const image = imageOf(main);
    return image && { kind: 'figure', image, caption: captionOf(main) };
  },
  statements: ({ caption }, inherited) => ownStatements(caption, inherited),
  images: ({ image }) => [image],
  isPicture: true,
  needsSentence: () => true,
};

interface CodeShape {
  readonly kind: 'code';
  readonly lang: string;
  readonly code: string;
  readonly marks?: CodeMarks;
}

export const code: ShapeKind<CodeShape> = {
  needs: 'one code fence',
  claims: ({ main }) => main?.type === 'code' && main.lang !== 'mermaid',
  read: ({ main }) =>
    // Code that shows how to write a diagram is not a diagram.
    main?.type === 'code'
      ? {
          kind: 'code',
          lang: main.lang === 'mermaid' ? '' : main.lang,
          code: main.text,
          ...(main.marks ? { marks: main.marks } : {}),
        }
      : null,
  code: (shape, lines) => codeTexts(shape.code, shape.marks, lines),
  // A command line is seen at a glance.
  needsSentence: (shape) => lineCount(shape.code) > 3,
};

interface DiagramShape {
  readonly kind: 'diagram';
  readonly source: string;
}

export const diagram: ShapeKind<DiagramShape> = {
  needs: 'one ```mermaid fence',
  claims: ({ main }) => main?.type === 'code' && main.lang === 'mermaid',
  read: ({ main }) =>
    main?.type === 'code' && main.lang === 'mermaid' ? { kind: 'diagram', source: main.text } : null,
  code: ({ source }, lines) => [{ text: source, lines, code: true }],
  isPicture: true,
  needsSentence: ({ source }) => lineCount(source) > 3,
};

/** An image's caption: `![alt](src "caption")`. */
export function captionOf(block: Block | null): Prose | null {
  const text = imageOf(block)?.caption;
  if (block?.type !== 'paragraph' || text === undefined) return null;
  return { ...block.prose, inlines: [{ type: 'text', text }] };
}

/** A paragraph that is just an image. */
export function imageOf(block: Block | null): ImageRef | null {
  if (block?.type !== 'paragraph') return null;
  const [only, ...more] = block.prose.inlines;
  return more.length === 0 && only?.type === 'image' ? only.image : null;
}
