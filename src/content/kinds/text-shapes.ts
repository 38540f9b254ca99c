import { blockStatements, blocksCode, ownStatements } from '../summary/block-statements.ts';
import type { Block, BlockOf, Inline, Prose } from '../summary/markup.ts';
import { imageOf } from './picture-shapes.ts';
import type { ShapeKind } from './shape-kind.ts';

export interface TextShape {
  readonly kind: 'text';
  readonly blocks: readonly Block[];
}

/** Claims nothing: a body that no other kind claims is text. */
export const text: ShapeKind<TextShape> = {
  needs: 'paragraphs',
  isWhole: true,
  read: ({ blocks }) => (blocks.length > 0 ? { kind: 'text', blocks } : null),
  statements: ({ blocks }, inherited) => blockStatements(blocks, inherited),
  code: ({ blocks }) => blocksCode(blocks),
  lists: ({ blocks }) => blocks.flatMap((block) => (block.type === 'list' ? [block.items] : [])),
};

interface QuoteShape {
  readonly kind: 'quote';
  readonly blocks: readonly Block[];
  readonly attribution: Prose | null;
}

export const quote: ShapeKind<QuoteShape> = {
  needs: 'one block quote ("> ...")',
  claims: ({ main }) => main?.type === 'quote',
  read: ({ main }) => (main?.type === 'quote' ? attributed(main) : null),
  statements: ({ blocks, attribution }, inherited) => [
    ...blockStatements(blocks, inherited),
    ...ownStatements(attribution, inherited),
  ],
  code: ({ blocks }) => blocksCode(blocks),
};

interface DividerShape {
  readonly kind: 'divider';
  /** Text below the heading, if the marker asks for a divider. */
  readonly line: Prose | null;
}

/** A heading on its own: "Part two", or a statement that fills its slide. */
export const divider: ShapeKind<DividerShape> = {
  needs: 'no more than one paragraph below it',
  isWhole: true,
  claims: ({ blocks }) => blocks.length === 0,
  read({ blocks }) {
    const [only, ...more] = blocks;
    if (!only) return { kind: 'divider', line: null };
    const isLine = only.type === 'paragraph' && imageOf(only) === null && more.length === 0;
    return isLine ? { kind: 'divider', line: only.prose } : null;
  },
  statements: ({ line }, inherited) => ownStatements(line, inherited),
};

/** A final paragraph `—— name` is the attribution. */
function attributed({ blocks }: BlockOf<'quote'>): QuoteShape {
  const last = blocks.at(-1);
  const first = last?.type === 'paragraph' ? last.prose.inlines[0] : undefined;
  const dash = first?.type === 'text' ? /^(?:——|--|—|–)\s*/.exec(first.text) : null;
  if (last?.type !== 'paragraph' || first?.type !== 'text' || !dash || blocks.length < 2) {
    return { kind: 'quote', blocks, attribution: null };
  }
  const name: Inline = { type: 'text', text: first.text.slice(dash[0].length) };
  const attribution = { ...last.prose, inlines: [name, ...last.prose.inlines.slice(1)] };
  return { kind: 'quote', blocks: blocks.slice(0, -1), attribution };
}
