import { type Block, type ListItem, plainText } from '../../content/summary/markup.ts';
import { breakItem } from '../flow/break-blocks.ts';
import { type Breakable, type Layer, mapBreakable, solid, stack } from '../flow/breakable.ts';
import { type SectionBase, sum, type Text } from '../slide.ts';
import { MOST_GAP, roomOf, STEPS, TERMS, TIMELINE } from '../typeset/canvas.ts';
import type { Page } from '../typeset/page.ts';
import { textHeight, textWidth } from '../typeset/size.ts';
import type { FlowKind, FromShape, Rooms } from './slide-kind.ts';
import { single, speak } from './voice.ts';

/** A list item; `children` are nested blocks, usually lists. */
export interface Item {
  readonly text: Text;
  readonly children: readonly Block[];
  /** Beside the text, in its own column. */
  readonly term?: Text;
}

interface PointsSlide extends SectionBase {
  readonly kind: 'points';
  readonly items: readonly Item[];
}

/** Broken between items, and within an item higher than a page. */
export const points: FlowKind<PointsSlide> & FromShape<'points', PointsSlide> = {
  layout: 'flow',
  fromShape: ({ items }) => ({ kind: 'points', items: items.map(({ blocks }) => toItem(blocks)) }),
  grows: () => true,
  gains: (smaller, larger) => hasTerms(smaller) && !hasTerms(larger),
  voice: (slide, page) => spoken(slide, page)?.voice ?? null,
  spread: ({ items }, page) => rowsSpread(items.length, page),
  flow(slide, page, rooms) {
    const statement = spoken(slide, page);
    if (statement) return solid(slide, statement.height);
    return (
      termsFlow(slide, page, rooms) ??
      mapBreakable(itemsFlow(slide.items, page.lengths.indent, page, rooms), (layers) => ({
        ...slide,
        items: layers.map(({ value }) => value),
      }))
    );
  },
};

/** For a list of a single point. */
function spoken({ items }: PointsSlide, page: Page) {
  const [item, ...others] = items;
  return item && others.length === 0 && item.children.length === 0
    ? speak(single(item.text, true), page)
    : null;
}

function hasTerms({ items }: PointsSlide): boolean {
  return items[0]?.term !== undefined;
}

/** With terms in their own column, if all points have one and there is room; else null. */
function termsFlow(
  slide: PointsSlide,
  page: Page,
  { room, above, below }: Rooms,
): Breakable<PointsSlide> | null {
  const items = slide.items.length > 1 ? slide.items.map(withTerm) : [];
  if (items.length === 0 || !items.every((item) => item !== null)) return null;
  const { body } = page.scale;
  const width = page.box.width - page.lengths.indent;
  const column = Math.max(...items.map(({ term }) => textWidth(term, { ...body, bold: true }, page).most));
  if (column > TERMS.most * width) return null;
  const rest = width - column - TERMS.columnGap;
  const rows = items.map(({ text }) => textHeight(text, body, rest, page));
  const height = sum(rows) + (rows.length - 1) * page.lengths.gap;
  return height > roomOf(page, room - above - below) ? null : solid({ ...slide, items }, height);
}

/** Splits `A: what it is` after its name; null for any other item. */
function withTerm({ text, children }: Item): Required<Item> | null {
  if (children.length > 0) return null;
  const at = text.findIndex((inline) => inline.type === 'text' && COLON.test(inline.text));
  const found = text[at];
  if (found?.type !== 'text') return null;
  const [colon = ''] = COLON.exec(found.text) ?? [];
  const from = found.text.indexOf(colon);
  const named: Text = [...text.slice(0, at), { type: 'text', text: found.text.slice(0, from).trimEnd() }];
  const [first, ...others] = named.filter((inline) => inline.type !== 'text' || inline.text !== '');
  const term = first?.type === 'strong' && others.length === 0 ? first.children : named;
  const said: Text = [
    { type: 'text', text: found.text.slice(from + colon.length).trimStart() },
    ...text.slice(at + 1),
  ];
  const isName = isTerm(term) && plainText(said).trim() !== '';
  return isName ? { term, text: said, children } : null;
}

/** In Latin text, a space follows: neither `9:30` nor an address contains one. */
const COLON = /\uff1a|:(?=\s|$)/;
/** A name, not a sentence that continues after a colon. */
const SENTENCE = /[\uff0c\uff1b\u3002\uff01\uff1f]|[,;.!?](?:\s|$)/;

function isTerm(term: Text): boolean {
  const name = plainText(term).trim();
  const isPlain = term.every(
    ({ type }) => type === 'text' || type === 'code' || type === 'strong' || type === 'emphasis',
  );
  return isPlain && name !== '' && !SENTENCE.test(name);
}

/** Maximum extra space between rows in total, in pixels. */
export function rowsSpread(rows: number, { lengths }: Page): number {
  return Math.max(0, rows - 1) * (MOST_GAP - lengths.gap);
}

interface StepsSlide extends SectionBase {
  readonly kind: 'steps';
  readonly start: number;
  readonly items: readonly Item[];
}

/** Broken like points. */
export const steps: FlowKind<StepsSlide> & FromShape<'steps', StepsSlide> = {
  layout: 'flow',
  fromShape: ({ start, items }) => ({
    kind: 'steps',
    start,
    items: items.map(({ blocks }) => toItem(blocks)),
  }),
  grows: () => true,
  spread: ({ items }, page) => rowsSpread(items.length, page),
  flow: (slide, page, rooms) =>
    mapBreakable(
      itemsFlow(slide.items, page.lengths.step + STEPS.gap, page, rooms),
      (layers) => ({
        ...slide,
        start: slide.start + (layers[0]?.index ?? 0),
        items: layers.map(({ value }) => value),
      }),
      // The number of the last step may extend below its line.
      Math.max(0, (page.lengths.step - page.scale.body.lineHeight) / 2),
    ),
};

interface Moment {
  readonly when: Text;
  readonly what: Text;
}

interface TimelineSlide extends SectionBase {
  readonly kind: 'timeline';
  readonly moments: readonly Moment[];
}

export const timeline: FlowKind<TimelineSlide> & FromShape<'timeline', TimelineSlide> = {
  layout: 'flow',
  fromShape: (shape) => ({
    kind: 'timeline',
    moments: shape.moments.map(({ when, what }) => ({ when, what: afterBold(what) })),
  }),
  grows: () => true,
  spread: ({ moments }, page) => rowsSpread(moments.length, page),
  flow(slide, page) {
    const { body } = page.scale;
    const { when: whenWidth, gap } = page.lengths;
    const width = page.box.width - whenWidth - TIMELINE.columnGap;
    const heightOf = ({ when, what }: Moment) =>
      Math.max(
        textHeight(when, { ...body, bold: true, tabular: true }, whenWidth, page),
        textHeight(what, body, width, page),
      );
    const rows = stack(
      slide.moments.map((moment) => solid(moment, heightOf(moment))),
      { gap: () => gap },
    );
    return mapBreakable(rows, (layers) => ({ ...slide, moments: layers.map(({ value }) => value) }));
  },
};

/** Removes the space or single colon after bold text; a double colon is intentional. */
export function afterBold(label: Text): Text {
  const [first, ...rest] = label;
  if (first?.type !== 'text') return label;
  return [{ type: 'text', text: first.text.replace(/^\s*(?:[:\uFF1A](?![:\uFF1A])\s*)?/, '') }, ...rest];
}

function itemsFlow(
  items: readonly Item[],
  indent: number,
  page: Page,
  { room, above, below }: Rooms,
): Breakable<readonly Layer<Item>[]> {
  const width = page.box.width - indent;
  const last = items.length - 1;
  const children = items.map((item, index) =>
    breakPoint(item, width, room - (index === 0 ? above : 0) - (index === last ? below : 0), page),
  );
  return stack(children, { gap: () => page.lengths.gap });
}

const NOWHERE = { first: 0, last: 0 };

function breakPoint(item: Item, width: number, room: number, page: Page): Breakable<Item> {
  const type = page.scale.body;
  if (item.children.length === 0) {
    const height = textHeight(item.text, type, width, page);
    if (height <= room) return solid(item, height);
  }
  const content = breakItem(toListItem(item), { type, width, room, page });
  return mapBreakable(content, (part, start, end) =>
    end - start === content.pieces ? item : toItem(part.blocks),
  );
}

function toListItem({ text, children }: Item): ListItem {
  const prose = { inlines: text, citations: [], lines: NOWHERE };
  const head: readonly Block[] = text.length > 0 ? [{ type: 'paragraph', prose, lines: NOWHERE }] : [];
  return { blocks: [...head, ...children], lines: NOWHERE };
}

/** Content continued without the item's own text is still an item, with the same number. */
function toItem(blocks: readonly Block[]): Item {
  const [head, ...children] = blocks;
  return head?.type === 'paragraph' ? { text: head.prose.inlines, children } : { text: [], children: blocks };
}
