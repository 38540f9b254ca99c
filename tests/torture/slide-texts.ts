import { type Block, plainText } from '../../src/content/summary/markup.ts';
import type { Item } from '../../src/deck/kinds/list-slides.ts';
import type { AnswerTurn } from '../../src/deck/kinds/person-slides.ts';
import type { CoverSlide, Slide } from '../../src/deck/kinds/slides.ts';
import type { Text } from '../../src/deck/slide.ts';

/** A slide's texts without its heading, in reading order. */
export function slideTexts(slide: Slide | CoverSlide): readonly string[] {
  const lead = 'lead' in slide && slide.lead ? [plainText(slide.lead)] : [];
  const aside = 'aside' in slide && slide.aside ? [plainText(slide.aside)] : [];
  return [...lead, ...mainTexts(slide), ...aside].filter((text) => text.trim() !== '');
}

function mainTexts(slide: Slide | CoverSlide): readonly string[] {
  switch (slide.kind) {
    case 'cover':
    case 'closing':
      return slide.people.map(({ name }) => name);
    case 'video':
      return slide.words ? [plainText(slide.words)] : [];
    case 'links':
      return slide.links.map(({ name }) => name);
    case 'speaker':
      return [slide.person.name, ...texts(slide.facts)];
    case 'speakers':
      return [...slide.people.map(({ name }) => name), ...texts(slide.facts)];
    case 'agenda':
      return texts(slide.items.map(({ title }) => title));
    case 'points':
    case 'steps':
      return slide.items.flatMap(itemTexts);
    case 'text':
      return blockTexts(slide.blocks);
    case 'quote':
      return [...blockTexts(slide.blocks), ...(slide.attribution ? [plainText(slide.attribution)] : [])];
    case 'table':
      return texts([slide.header, ...slide.rows].flat());
    case 'bars':
      return [plainText(slide.measure), ...slide.bars.flatMap(({ label, value }) => texts([label, value]))];
    case 'series':
      // A chart with many points has no room for all values; its description has them.
      return slide.lines.map(({ name }) => plainText(name));
    case 'stacks':
      return texts([...slide.parts.map(({ name }) => name), ...slide.rows.map(({ label }) => label)]);
    case 'timeline':
      return slide.moments.flatMap(({ when, what }) => texts([when, what]));
    case 'stats':
      return slide.stats.flatMap(({ value, label }) => texts([value, label]));
    case 'code':
      return slide.code.split('\n');
    case 'beside':
      return [...(slide.caption ? [plainText(slide.caption)] : []), ...blockTexts(slide.blocks)];
    case 'columns':
      return slide.columns.flatMap(({ title, blocks }) => [plainText(title), ...blockTexts(blocks)]);
    case 'pictures':
      return texts(slide.pictures.map(({ caption }) => caption));
    case 'full':
      return slide.line ? [plainText(slide.line)] : [];
    case 'figure':
    case 'diagram':
      return [];
    case 'divider':
      return slide.line ? [plainText(slide.line)] : [];
    case 'takeaway':
      return [plainText(slide.text), ...slide.people.map(({ name }) => name)];
    case 'answered':
      return slide.questions.flatMap(({ question, askedBy }) => [question, askedBy]);
    case 'index':
      return slide.questions.flatMap(({ question, askedBy }) => [question, askedBy]);
    case 'question':
      return [slide.topic, slide.askedBy.name, ...slide.askedTo.map(({ name }) => name)];
    case 'answer':
      return [slide.person.name, ...blockTexts(slide.blocks)];
    case 'answers':
      return slide.answers.flatMap(({ person, blocks }: AnswerTurn) => [person.name, ...blockTexts(blocks)]);
    case 'programme':
      return slide.entries.map(({ title }) => title);
    case 'matrix':
      return [...slide.people.map(({ name }) => name), ...slide.rows.map(({ question }) => question)];
  }
}

function texts(inlines: readonly Text[]): readonly string[] {
  return inlines.map((each) => plainText(each));
}

function itemTexts({ text, children }: Item): readonly string[] {
  return [plainText(text), ...blockTexts(children)];
}

function blockTexts(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return [plainText(block.prose.inlines)];
      case 'list':
        return block.items.flatMap((item) => blockTexts(item.blocks));
      case 'quote':
        return blockTexts(block.blocks);
      case 'table':
        return [block.header, ...block.rows].flat().map(({ inlines }) => plainText(inlines));
      case 'code':
        return block.text.split('\n');
      default:
        return [];
    }
  });
}
