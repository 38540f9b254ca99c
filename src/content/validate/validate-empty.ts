import { type Finding, finding } from '../../findings/finding.ts';
import type { ParsedFile } from '../parse/parse.ts';
import type { Block, Inline } from '../summary/markup.ts';
import { findSpot } from '../summary/source-file.ts';

/** What holds nothing that a slide could show. */
export type EmptyPart = 'code fence' | 'list item' | 'quote';

/** Finds what would be a grey box without code, a bullet without words, a rule beside no quote. */
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

/** A citation alone is none of the words that rest on it. */
function isEmpty(block: Block): boolean {
  return block.type === 'paragraph' && block.prose.inlines.every(isBlank);
}

function isBlank(inline: Inline): boolean {
  return inline.type === 'break' || (inline.type === 'text' && inline.text.trim() === '');
}
