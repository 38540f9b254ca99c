import { blockStatements, blocksCode, ownStatements } from '../summary/block-statements.ts';
import type { Block, BlockOf, Prose } from '../summary/markup.ts';
import { imageOf } from './picture-shapes.ts';
import type { ShapeKind } from './shape-kind.ts';

interface ColumnsShape {
  readonly kind: 'columns';
  readonly columns: readonly Column[];
}

interface Column {
  readonly title: Prose;
  readonly blocks: readonly Block[];
}

/** Parts with their own headings, side by side: before and after, for and against. */
export const columns: ShapeKind<ColumnsShape> = {
  needs: 'two parts or more, each below a heading of its own ("### Before")',
  around: ({ blocks }) => ({ lead: leadOf(blocks), aside: null }),
  read({ blocks }) {
    const headings = blocks.filter((block) => block.type === 'heading');
    const level = Math.min(...headings.map((heading) => heading.level));
    const found: { title: Prose; blocks: Block[] }[] = [];
    for (const block of blocks.slice(leadOf(blocks) ? 1 : 0)) {
      if (isTitle(block, level)) found.push({ title: block.prose, blocks: [] });
      else if (!found.at(-1)) return null;
      else found.at(-1)?.blocks.push(block);
    }
    const isFull = found.length > 1 && found.every((column) => column.blocks.length > 0);
    return isFull ? { kind: 'columns', columns: found } : null;
  },
  statements: ({ columns: found }, inherited) =>
    found.flatMap(({ title, blocks }) => [
      ...ownStatements(title, inherited),
      ...blockStatements(blocks, title.citations.length > 0 ? title.citations : inherited),
    ]),
  code: ({ columns: found }) => blocksCode(found.flatMap(({ blocks }) => blocks)),
  lists: ({ columns: found }) =>
    found.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'list' ? [block.items] : []))),
};

function isTitle(block: Block, level: number): block is BlockOf<'heading'> {
  return block.type === 'heading' && block.level === level;
}

/** A paragraph above the first heading. */
function leadOf([first, second]: readonly Block[]): Prose | null {
  const isLead = first?.type === 'paragraph' && imageOf(first) === null && second?.type === 'heading';
  return isLead ? first.prose : null;
}
