import { plainText } from '../content/inline.ts';
import type { CoverSlide, Deck, Slide } from './deck.ts';

/** What a deck's outline names; readers call it bookmarks. */
export interface OutlineEntry {
  readonly title: string;
  /** 0-based; the cover is 0. */
  readonly slide: number;
  readonly children: readonly OutlineEntry[];
}

interface Growing extends OutlineEntry {
  readonly children: Growing[];
}

/**
 * The slides of a deck by title, a section in several parts once. In the Q&A deck, questions stand below their
 * topics, and below a question those who answer it on slides of their own.
 */
export function outlineOf(deck: Deck): readonly OutlineEntry[] {
  const entries: Growing[] = [];
  /** What the next slide may belong to. */
  let topic: { readonly name: string; readonly entry: Growing } | null = null;
  let question: Growing | null = null;
  [deck.cover, ...deck.slides].forEach((slide, index) => {
    if (slide.part && slide.part.index > 1) return;
    const entry: Growing = { title: titleOf(slide), slide: index, children: [] };
    switch (slide.kind) {
      case 'question':
        if (topic?.name !== slide.topic) {
          topic = { name: slide.topic, entry: { ...entry, title: slide.topic, children: [] } };
          entries.push(topic.entry);
        }
        question = entry;
        topic.entry.children.push(entry);
        break;
      case 'answer':
        question?.children.push(entry);
        break;
      case 'answers':
        break;
      default:
        entries.push(entry);
    }
  });
  return entries;
}

function titleOf(slide: Slide | CoverSlide): string {
  if (slide.kind === 'answer') return slide.person.name;
  const title = plainText(slide.title);
  return slide.kind === 'question' ? `Q${slide.number} ${title}` : title;
}
