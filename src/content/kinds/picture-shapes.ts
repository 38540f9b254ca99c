import type { Block, ImageRef } from '../summary/markup.ts';
import { lineCount, type ShapeKind } from './shape-kind.ts';

interface FigureShape {
  readonly kind: 'figure';
  readonly image: ImageRef;
}

export const figure: ShapeKind<FigureShape> = {
  needs: 'one image',
  claims: ({ main }) => imageOf(main) !== null,
  read({ main }) {
    const image = imageOf(main);
    return image && { kind: 'figure', image };
  },
  images: ({ image }) => [image],
  isPicture: true,
  needsSentence: () => true,
};

interface CodeShape {
  readonly kind: 'code';
  readonly lang: string;
  readonly code: string;
}

export const code: ShapeKind<CodeShape> = {
  needs: 'one code fence',
  claims: ({ main }) => main?.type === 'code' && main.lang !== 'mermaid',
  read: ({ main }) =>
    // Code that shows how to write a diagram is not a diagram.
    main?.type === 'code'
      ? { kind: 'code', lang: main.lang === 'mermaid' ? '' : main.lang, code: main.text }
      : null,
  code: (shape, lines) => [{ text: shape.code, lines, code: true }],
  // A single command line needs no explanation.
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

/** The image of a paragraph that contains nothing else. */
export function imageOf(block: Block | null): ImageRef | null {
  if (block?.type !== 'paragraph') return null;
  const [only, ...more] = block.prose.inlines;
  return more.length === 0 && only?.type === 'image' ? only.image : null;
}
