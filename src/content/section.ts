import type { LineSpan } from '../spot.ts';
import type { Block, BlockOf, Marker, Prose } from './block.ts';

/** A heading and what stands below it, up to the next heading of its level. */
export interface RawSection {
  readonly title: Prose;
  readonly marker: Marker | null;
  /** Without the speaker notes. */
  readonly blocks: readonly Block[];
  /** Speaker notes. */
  readonly notes: readonly Block[];
  readonly lines: LineSpan;
}

export interface Outline {
  /** What stands above the first heading, speaker notes left out. */
  readonly preamble: readonly Block[];
  readonly sections: readonly RawSection[];
  /** Headings of a higher level than that of sections. */
  readonly misplaced: readonly BlockOf<'heading'>[];
}

/** Cuts a body into sections at its headings of `level`; deeper headings stay inside. */
export function outline(blocks: readonly Block[], level: number): Outline {
  const preamble: Block[] = [];
  const sections: { heading: BlockOf<'heading'>; blocks: Block[]; notes: Block[] }[] = [];
  const misplaced: BlockOf<'heading'>[] = [];
  for (const block of blocks) {
    const current = sections.at(-1);
    if (block.type === 'heading' && block.level <= level) {
      if (block.level < level) misplaced.push(block);
      sections.push({ heading: block, blocks: [], notes: [] });
    } else if (block.type === 'note') {
      current?.notes.push(...block.blocks);
    } else {
      (current?.blocks ?? preamble).push(block);
    }
  }
  return {
    preamble,
    misplaced,
    sections: sections.map(({ heading, blocks: content, notes }) => ({
      title: heading.prose,
      marker: heading.marker,
      blocks: content,
      notes,
      lines: { first: heading.lines.first, last: content.at(-1)?.lines.last ?? heading.lines.last },
    })),
  };
}
