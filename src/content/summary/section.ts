import { addAll } from '../../base/memory.ts';
import type { LineSpan } from '../../base/text.ts';
import type { Block, BlockOf, Marker, Prose } from './markup.ts';

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
  /** Speaker notes above the first heading. */
  readonly notes: readonly Block[];
  /** What stands above the first heading, speaker notes left out. */
  readonly preamble: readonly Block[];
  readonly sections: readonly RawSection[];
  /** Headings of a higher level than that of sections. */
  readonly misplaced: readonly BlockOf<'heading'>[];
}

/** Cuts a body into sections at its headings of `level`; deeper headings stay inside. */
export function outline(blocks: readonly Block[], level: number): Outline {
  const preamble: Block[] = [];
  const preambleNotes: Block[] = [];
  const sections: { heading: BlockOf<'heading'>; blocks: Block[]; notes: Block[] }[] = [];
  const misplaced: BlockOf<'heading'>[] = [];
  for (const block of blocks) {
    const current = sections.at(-1);
    if (block.type === 'heading' && block.level <= level) {
      if (block.level < level) misplaced.push(block);
      sections.push({ heading: block, blocks: [], notes: [] });
    } else {
      const { rest, notes } = liftNotes(block);
      if (rest) (current?.blocks ?? preamble).push(rest);
      addAll(current?.notes ?? preambleNotes, notes);
    }
  }
  return {
    notes: preambleNotes,
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

interface Lifted {
  /** The block without notes; null where it was one. */
  readonly rest: Block | null;
  readonly notes: readonly Block[];
}

/** Notes may stand inside a list or a quote, and belong to the slide all the same. */
function liftNotes(block: Block): Lifted {
  if (block.type === 'note') return { rest: null, notes: block.blocks };
  if (block.type === 'quote') {
    const { rest, notes } = liftAll(block.blocks);
    return { rest: { ...block, blocks: rest }, notes };
  }
  if (block.type === 'list') {
    const items = block.items.map((item) => ({ item, lifted: liftAll(item.blocks) }));
    return {
      rest: { ...block, items: items.map(({ item, lifted }) => ({ ...item, blocks: lifted.rest })) },
      notes: items.flatMap(({ lifted }) => lifted.notes),
    };
  }
  return { rest: block, notes: [] };
}

function liftAll(blocks: readonly Block[]): {
  readonly rest: readonly Block[];
  readonly notes: readonly Block[];
} {
  const lifted = blocks.map(liftNotes);
  return {
    rest: lifted.flatMap(({ rest }) => rest ?? []),
    notes: lifted.flatMap(({ notes }) => notes),
  };
}
