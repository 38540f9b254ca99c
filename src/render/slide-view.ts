import type { LineSpan } from '../base/text.ts';
import { assetPath } from '../content/summary/asset.ts';
import type { ImageRef } from '../content/summary/markup.ts';
import type { CoverSlide, Item, Origin, Slide, SlideOf, Text } from '../deck/deck.ts';
import type { Labels } from '../deck/labels.ts';
import type { DeckTargets } from '../deck/outline.ts';
import { barAxis, withSeparators } from './chart.ts';
import { Inert } from './inert.ts';
import { type LinkedViews, linkedViews, questionAlias } from './linked-views.ts';
import { assetFile } from './look-css.ts';
import { blockMarkdown, codeMarkdown, type InlineContext } from './markdown.ts';
import type { DeckView, ImageView, ItemView, SlideView } from './view.ts';

/** Numbers of the slides that sections became, from 1; of a section in several parts, the first one's. */
export interface SectionNumbers {
  /** Null if the summary `file` has no section of that title. */
  byTitle(file: string, title: string): number | null;
  byOrigin(origin: Origin): number;
}

/** What the templates see of a slide. */
export function slideView(
  slide: Slide | CoverSlide,
  deck: DeckView,
  numbers: SectionNumbers,
  targets: DeckTargets,
): SlideView {
  return new SlideViewBuilder(slide, deck, numbers, targets).build();
}

class SlideViewBuilder {
  readonly #slide: Slide | CoverSlide;
  readonly #deck: DeckView;
  readonly #context: InlineContext;
  readonly #numbers: SectionNumbers;
  readonly #targets: DeckTargets;
  readonly #views: LinkedViews;

  constructor(slide: Slide | CoverSlide, deck: DeckView, numbers: SectionNumbers, targets: DeckTargets) {
    this.#slide = slide;
    this.#deck = deck;
    this.#context = {
      place: 'slide',
      imagePath: (ref) => `./${assetFile(assetPath(slide.origin.file, ref))}`,
      slideNumber: (title) => numbers.byTitle(slide.origin.file, title),
    };
    this.#numbers = numbers;
    this.#targets = targets;
    this.#views = linkedViews(deck.slug, targets, this.#context);
  }

  build(): SlideView {
    const slide = this.#slide;
    const base = {
      title: this.#text(slide.title),
      part: slide.part,
      place: slide.place && { ...slide.place, label: this.#words(slide.place.label) },
      density: slide.density,
      note: noteMarkdown(slide, this.#deck.labels, this.#context),
      deck: this.#deck,
    };
    const section = {
      ...base,
      lead: this.#optionalText('lead' in slide ? slide.lead : null),
      aside: this.#optionalText('aside' in slide ? slide.aside : null),
    };
    switch (slide.kind) {
      case 'cover':
        return {
          ...base,
          kind: 'cover',
          subtitle: this.#optionalWords(slide.subtitle),
          event: this.#optionalWords(slide.event),
          date: this.#optionalWords(slide.date),
          host: this.#optionalWords(slide.host),
          organizer: this.#optionalWords(slide.organizer),
          people: slide.people.map(this.#views.person),
        };
      case 'speaker':
        return {
          ...base,
          kind: 'speaker',
          person: this.#views.person(slide.person),
          facts: slide.facts.map((fact) => this.#text(fact)),
        };
      case 'agenda':
        return {
          ...base,
          kind: 'agenda',
          start: slide.start,
          items: slide.items.map(({ title, origin }) => ({
            text: this.#text(title),
            page: this.#numbers.byOrigin(origin),
          })),
        };
      case 'points':
        return { ...section, kind: 'points', items: this.#items(slide.items, 1) };
      case 'steps':
        return {
          ...section,
          kind: 'steps',
          start: slide.start,
          items: this.#items(slide.items, slide.start),
        };
      case 'text':
        return { ...section, kind: 'text', body: this.#blocks(slide.blocks) };
      case 'table':
        return {
          ...section,
          kind: 'table',
          header: slide.header.map((cell) => this.#text(cell)),
          align: slide.align,
          rows: slide.rows.map((row) => row.map((cell) => this.#text(cell))),
        };
      case 'bars':
        return {
          ...section,
          kind: 'bars',
          measure: this.#text(slide.measure),
          unit: this.#optionalWords(slide.unit),
          scale: slide.scale,
          ...this.#chart(slide),
        };
      case 'timeline':
        return {
          ...section,
          kind: 'timeline',
          moments: slide.moments.map(({ when, what }) => ({
            when: this.#text(when),
            what: this.#text(what),
          })),
        };
      case 'stats': {
        const stats = slide.stats.map(({ value, label }) => ({
          value: this.#text(value),
          label: this.#text(label),
        }));
        return { ...section, kind: 'stats', stats };
      }
      case 'quote':
        return {
          ...section,
          kind: 'quote',
          body: this.#blocks([{ type: 'quote', blocks: slide.blocks, lines: lineOf(slide) }]),
          attribution: this.#optionalText(slide.attribution),
        };
      case 'figure':
        return { ...section, kind: 'figure', image: this.#image(slide.image) };
      case 'code':
        return {
          ...section,
          kind: 'code',
          code: Inert.markdown(codeMarkdown(slide.lang, slide.code, 'slide')),
        };
      case 'diagram':
        return {
          ...section,
          kind: 'diagram',
          diagram: Inert.markdown(codeMarkdown('mermaid', slide.source, 'slide')),
        };
      case 'takeaway':
        return {
          ...base,
          kind: 'takeaway',
          text: this.#text(slide.text),
          person: this.#views.person(slide.person),
        };
      case 'answered':
        return { ...base, kind: 'answered', questions: slide.questions.map(this.#views.question) };
      case 'index':
        return {
          ...base,
          kind: 'index',
          topics: slide.topics.map(({ name, questions }) => ({
            name: this.#words(name),
            questions: questions.map(this.#views.question),
          })),
        };
      case 'question':
        return {
          ...base,
          kind: 'question',
          number: slide.number,
          alias: questionAlias(slide.number),
          topic: this.#words(slide.topic),
          askedBy: this.#views.person(slide.askedBy),
          askedTo: slide.askedTo.map(this.#views.person),
        };
      case 'answer': {
        const { number, person, blocks } = slide;
        return {
          ...base,
          kind: 'answer',
          number,
          person: this.#views.person(person),
          body: this.#blocks(blocks),
        };
      }
      case 'answers': {
        const answers = slide.answers.map(({ person, blocks }) => ({
          person: this.#views.person(person),
          body: this.#blocks(blocks),
        }));
        return { ...base, kind: 'answers', number: slide.number, answers };
      }
      case 'programme':
        return { ...base, kind: 'programme', entries: slide.entries.map(this.#views.entry) };
      case 'closing':
        return {
          ...base,
          kind: 'closing',
          text: this.#optionalWords(slide.text),
          link: slide.leadsOn ? this.#views.link(this.#targets.qa) : null,
          event: this.#words(slide.event),
          organizer: this.#optionalWords(slide.organizer),
          people: slide.people.map(this.#views.person),
        };
      case 'matrix':
        return {
          ...base,
          kind: 'matrix',
          people: slide.people.map(this.#views.person),
          rows: slide.rows.map((row) => ({ ...this.#views.question(row), answered: row.answered })),
        };
    }
  }

  #text(inlines: Text): Inert {
    return Inert.inline(inlines, this.#context);
  }

  #optionalText(inlines: Text | null): Inert | null {
    return inlines && this.#text(inlines);
  }

  #words(words: string): Inert {
    return Inert.words(words, this.#context);
  }

  #optionalWords(words: string | null): Inert | null {
    return words === null ? null : this.#words(words);
  }

  #blocks(blocks: Parameters<typeof blockMarkdown>[0]): Inert {
    return Inert.markdown(blockMarkdown(blocks, this.#context));
  }

  #items(items: readonly Item[], start: number): readonly (ItemView & { readonly number: number })[] {
    return items.map(({ text, children }, index) => {
      const number = start + index;
      // Wide enough to stand under the text of `10. ` too.
      const indent = ' '.repeat(`${number}. `.length);
      const nested = blockMarkdown(children, { ...this.#context, nested: true }).replaceAll(
        /^(?=.)/gm,
        indent,
      );
      // Only a list that begins at 1 may follow a paragraph without a blank line; without a paragraph,
      // a blank line would end the item.
      const [first] = children;
      const joins = text.length === 0 || (first?.type === 'list' && (!first.ordered || first.start === 1));
      return {
        number,
        text: this.#text(text),
        children: nested === '' ? null : Inert.markdown(joins ? nested : `\n${nested}`),
      };
    });
  }

  #chart({
    bars,
    scale,
    range,
  }: SlideOf<'bars'>): Pick<Extract<SlideView, { kind: 'bars' }>, 'bars' | 'ticks'> {
    const { ticks, share } = barAxis(range, scale);
    return {
      ticks,
      bars: bars.map(({ label, value, amount }) => ({
        label: this.#text(label),
        value: this.#text(withSeparators(value)),
        share: share(amount),
      })),
    };
  }

  #image(ref: ImageRef): ImageView {
    return { src: Inert.markdown(this.#context.imagePath(ref)), alt: this.#words(ref.alt) };
  }
}

function lineOf({ origin: { line } }: Slide): LineSpan {
  return { first: line, last: line };
}

/** The comment that carries a slide's speaker notes and the transcript lines that it rests on. */
function noteMarkdown(
  { notes, sources }: Slide | CoverSlide,
  labels: Labels,
  context: InlineContext,
): Inert | null {
  const parts = [
    blockMarkdown(notes, { ...context, place: 'note' }),
    sources.length > 0 ? `${labels.sources}: ${sources.join(', ')}` : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? Inert.markdown(`<!--\n${parts.join('\n\n')}\n-->`) : null;
}
