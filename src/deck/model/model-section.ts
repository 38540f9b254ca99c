import { formatCitation } from '../../content/parse/citation.ts';
import { type ListItem, type Prose, plainText } from '../../content/summary/markup.ts';
import type { Section } from '../../content/summary/meetup.ts';
import { citationsOf } from '../../content/summary/statements.ts';
import type { Item, SectionSlide, SlidePosition, Text } from '../deck.ts';

/**
 * The slides of a summary's sections, as yet of any length.
 * @param file path of the summary, relative to the root
 */
export function modelSections(file: string, sections: readonly Section[]): readonly SectionSlide[] {
  return sections.map((section, index) =>
    modelSection(file, section, {
      label: plainText(section.title.inlines),
      index: index + 1,
      total: sections.length,
    }),
  );
}

function modelSection(file: string, section: Section, place: SlidePosition): SectionSlide {
  const { shape } = section;
  const base = {
    place,
    density: 0,
    title: section.title.inlines,
    lead: section.lead?.inlines ?? null,
    aside: section.aside?.inlines ?? null,
    part: null,
    notes: section.notes,
    sources: citationsOf(section.statements).map(formatCitation),
    origin: { file, line: section.lines.first },
  } as const;
  switch (shape.kind) {
    case 'points':
      return { ...base, kind: 'points', items: shape.items.map(toItem) };
    case 'steps':
      return { ...base, kind: 'steps', start: shape.start, items: shape.items.map(toItem) };
    case 'text':
      return { ...base, kind: 'text', blocks: shape.blocks };
    case 'table': {
      const { align } = shape;
      return { ...base, kind: 'table', align, header: toTexts(shape.header), rows: shape.rows.map(toTexts) };
    }
    case 'bars': {
      const bars = shape.bars.map(({ label, value, amount }) => ({
        label: label.inlines,
        value: value.inlines,
        amount: amount ?? 0,
      }));
      const { unit, scale } = shape;
      const amounts = bars.map(({ amount }) => amount);
      const range = {
        least: amounts.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
        most: amounts.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
      };
      return { ...base, kind: 'bars', measure: shape.measure.inlines, unit, scale, range, bars };
    }
    case 'timeline':
      return {
        ...base,
        kind: 'timeline',
        moments: shape.moments.map(({ when, what }) => ({ when, what: trimStart(what) })),
      };
    case 'stats':
      return {
        ...base,
        kind: 'stats',
        stats: shape.stats.map(({ value, label }) => ({ value, label: trimStart(label) })),
      };
    case 'quote': {
      const attribution = shape.attribution?.inlines ?? null;
      return { ...base, kind: 'quote', blocks: shape.blocks, attribution };
    }
    case 'figure':
      return { ...base, kind: 'figure', image: shape.image };
    case 'code':
      return { ...base, kind: 'code', lang: shape.lang, code: shape.code };
    case 'diagram':
      return { ...base, kind: 'diagram', source: shape.source };
  }
}

function toTexts(proses: readonly Prose[]): readonly Text[] {
  return proses.map(({ inlines }) => inlines);
}

function toItem({ blocks }: ListItem): Item {
  const [head, ...children] = blocks;
  return head?.type === 'paragraph' ? { text: head.prose.inlines, children } : { text: [], children: blocks };
}

/** Between bold words and the others stands a blank, or one colon; two are the author's. */
function trimStart(label: Text): Text {
  const [first, ...rest] = label;
  if (first?.type !== 'text') return label;
  return [{ type: 'text', text: first.text.replace(/^\s*(?:[:\uFF1A](?![:\uFF1A])\s*)?/, '') }, ...rest];
}
