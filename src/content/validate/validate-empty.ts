import { type Finding, finding } from '../../findings/finding.ts';
import type { ParsedFile } from '../parse/parse.ts';
import type { Block, Inline } from '../summary/markup.ts';
import { findSpot } from '../summary/source-file.ts';

/** Elements with nothing to show. */
export type EmptyPart = 'code fence' | 'list item' | 'quote';

/** Finds elements that would show as an empty grey box, a bullet without text, or a rule without a quote. */
export function validateEmpty({ source, blocks, lines }: ParsedFile): readonly Finding[] {
  return emptyParts(blocks).map(({ part, line }) => {
    const text = (lines[line - 1] ?? '').trim();
    return finding(source.path, findSpot(lines, { first: line, last: line }, text), 'empty-part', { part });
  });
}

interface PlacedPart {
  readonly part: EmptyPart;
  readonly line: number;
}

function emptyParts(blocks: readonly Block[]): readonly PlacedPart[] {
  return blocks.flatMap((block): readonly PlacedPart[] => {
    const { first } = block.lines;
    switch (block.type) {
      case 'code':
        return block.text.trim() === '' ? [{ part: 'code fence', line: first }] : [];
      case 'quote':
        return block.blocks.every(isEmpty) ? [{ part: 'quote', line: first }] : emptyParts(block.blocks);
      case 'list':
        return block.items.flatMap((item): readonly PlacedPart[] =>
          item.blocks.every(isEmpty)
            ? [{ part: 'list item', line: item.lines.first }]
            : emptyParts(item.blocks),
        );
      default:
        return [];
    }
  });
}

/** A citation alone is not text. */
function isEmpty(block: Block): boolean {
  return block.type === 'paragraph' && block.prose.inlines.every(isBlank);
}

function isBlank(inline: Inline): boolean {
  return inline.type === 'break' || (inline.type === 'text' && inline.text.trim() === '');
}
