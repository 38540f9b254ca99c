import { addAll } from '../../base/memory.ts';
import type { LineSpan } from '../../base/text.ts';
import { type Block, type BlockOf, type Marker, type Prose, plainText } from './markup.ts';

/** A heading with the content below it, up to the next heading of its level. */
export interface RawSection {
  readonly title: Prose;
  readonly marker: Marker | null;
  /** The `{#id}` after its heading. */
  readonly anchor: string | null;
  /** Without speaker notes. */
  readonly blocks: readonly Block[];
  /** Speaker notes. */
  readonly notes: readonly Block[];
  readonly lines: LineSpan;
  /** Set if it continues a section on another slide, started by `---`. */
  readonly isContinued?: true;
}

export interface Outline {
  /** Speaker notes above the first heading. */
  readonly notes: readonly Block[];
  /** Content above the first heading, without speaker notes. */
  readonly preamble: readonly Block[];
  /** Notes above the first heading that follow some of that content. */
  readonly preambleNotes: readonly Block[];
  readonly sections: readonly RawSection[];
  /** Headings of a higher level than that of sections. */
  readonly misplaced: readonly BlockOf<'heading'>[];
}

/** Divides a body into sections at headings of `level`; deeper headings stay inside. */
export function outline(blocks: readonly Block[], level: number): Outline {
  const preamble: Block[] = [];
  const above: Block[] = [];
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
      addAll(current?.notes ?? (preamble.length > 0 ? preambleNotes : above), notes);
    }
  }
  return {
    notes: above,
    preamble,
    preambleNotes,
    misplaced,
    sections: sections.map(({ heading, blocks: content, notes }) => ({
      title: heading.prose,
      marker: heading.marker,
      anchor: heading.anchor,
      blocks: content,
      notes,
      lines: { first: heading.lines.first, last: content.at(-1)?.lines.last ?? heading.lines.last },
    })),
  };
}

/** The sections of a talk, at whatever heading level its author uses. */
export interface TalkOutline extends Outline {
  /** Level of the headings that begin sections. */
  readonly level: number;
}

/**
 * Sections begin at the shallowest headings; deeper ones become sub-headings, from level 3. A single heading above all
 * others, as in documents, does not contain them as a section: if it repeats the talk's title it is dropped, and if its
 * level is 1 it becomes a slide like the others. Headings that come before all of the sections' level begin sections,
 * too.
 */
export function talkOutline(blocks: readonly Block[], title: string): TalkOutline {
  const headings = blocks.filter((block) => block.type === 'heading');
  const [first, ...others] = headings;
  const top = shallowest(headings);
  const isAbove = first?.level === top && !others.some(({ level }) => level === top);
  const isApart = isAbove && top === 1 && others.length > 0;
  // Above all others, or with nothing of its own below.
  const isOver = isAbove ? top === 1 || others.length > 0 : isAlone(blocks, first);
  const isTitle = first !== undefined && isOver && saysOnly(first, title);
  const level = isApart || isTitle ? shallowest(others) : top;
  const shown = isTitle ? blocks.filter((block) => block !== first) : blocks;
  const parts = outline(raiseEarly(shown, level), level);
  const sections = parts.sections.map((section) => ({
    ...section,
    blocks: asSubheadings(section.blocks, level),
  }));
  return { ...parts, sections, misplaced: [], level };
}

/** Splits a section at each `---` into slides with the same title; a trailing one adds no slide. */
export function splitAtRules(section: RawSection): readonly RawSection[] {
  if (!section.blocks.some(({ type }) => type === 'rule')) return [section];
  const slides: Block[][] = [[]];
  for (const block of section.blocks) {
    if (block.type === 'rule') slides.push([]);
    else slides.at(-1)?.push(block);
  }
  const [first, ...others] = slides.filter((blocks) => blocks.length > 0);
  return [
    { ...section, blocks: first ?? [] },
    ...others.map((blocks) => ({
      ...section,
      marker: null,
      anchor: null,
      blocks,
      notes: [],
      lines: {
        first: blocks[0]?.lines.first ?? section.lines.first,
        last: blocks.at(-1)?.lines.last ?? section.lines.last,
      },
      isContinued: true as const,
    })),
  ];
}

/** Key shared by titles that differ only in case, width, spaces or punctuation. */
export function foldTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s.,:;!?'"()\u3001\u3002\u300A-\u300F\u2018-\u201D\u2026-]/g, '');
}

/**
 * The blocks without a heading at the top that repeats the title, as documents often have.
 * @param level of the headings that begin a part: a heading of that level is a part unless it is alone
 */
export function withoutTitle(blocks: readonly Block[], title: string, level: number): readonly Block[] {
  const first = blocks.find((block) => block.type !== 'note');
  if (first?.type !== 'heading' || !saysOnly(first, title)) return blocks;
  return first.level < level || isAlone(blocks, first) ? blocks.filter((block) => block !== first) : blocks;
}

/** Whether another heading follows immediately. */
function isAlone(blocks: readonly Block[], heading: Block | undefined): boolean {
  if (heading === undefined) return false;
  const below = blocks.slice(blocks.indexOf(heading) + 1).find((block) => block.type !== 'note');
  return below?.type === 'heading';
}

/** Whether a heading is just `title`, without a kind or citations. */
function saysOnly({ prose, marker }: BlockOf<'heading'>, title: string): boolean {
  if (marker || prose.citations.length > 0) return false;
  return foldTitle(plainText(prose.inlines)) === foldTitle(title);
}

/** Raises the headings before the first one of `level`, so that the shallowest of them begin sections. */
function raiseEarly(blocks: readonly Block[], level: number): readonly Block[] {
  const end = blocks.findIndex((block) => block.type === 'heading' && block.level === level);
  const early = blocks.slice(0, Math.max(end, 0));
  const headings = early.filter((block) => block.type === 'heading');
  if (headings.length === 0) return blocks;
  const by = shallowest(headings) - level;
  return blocks.map((block, index) =>
    block.type === 'heading' && index < end ? { ...block, level: block.level - by } : block,
  );
}

/** Level 2 if there are no headings. */
function shallowest(headings: readonly BlockOf<'heading'>[]): number {
  return headings.length === 0 ? 2 : Math.min(...headings.map(({ level }) => level));
}

/** Renumbers levels below that of sections, as if sections had level 2. */
function asSubheadings(blocks: readonly Block[], level: number): readonly Block[] {
  return blocks.map((block) =>
    block.type === 'heading' ? { ...block, level: Math.min(block.level - level + 2, 6) } : block,
  );
}

interface Lifted {
  /** The block without notes; null if it was a note. */
  readonly rest: Block | null;
  readonly notes: readonly Block[];
}

/** Extracts notes, which belong to the slide even inside a list or a quote. */
function liftNotes(block: Block): Lifted {
  if (block.type === 'note') return { rest: null, notes: block.blocks };
  if (block.type === 'quote' || block.type === 'callout') {
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
  if (block.type === 'definitions') {
    const items = block.items.map((item) => ({ item, lifted: item.meanings.map(liftAll) }));
    return {
      rest: {
        ...block,
        items: items.map(({ item, lifted }) => ({ ...item, meanings: lifted.map(({ rest }) => rest) })),
      },
      notes: items.flatMap(({ lifted }) => lifted.flatMap(({ notes }) => notes)),
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
