import type { Compilation } from '../build/compile.ts';
import { isPhotograph } from '../content/summary/asset.ts';
import type { Deck } from '../deck/deck.ts';
import type { CoverSlide, Slide } from '../deck/kinds/slides.ts';
import { fullness } from '../deck/paginate/fullness.ts';
import type { OwnFonts } from '../deck/typeset/page.ts';

type AnySlide = Slide | CoverSlide;

/** Features that differ between looks, in the order of the page, with the kinds of slides that show them. */
const SAMPLES = {
  cover: ['cover'],
  text: ['points', 'steps', 'text', 'columns'],
  figures: ['stats'],
  chart: ['bars', 'stacks', 'series'],
  table: ['table', 'matrix', 'timeline'],
  picture: ['figure', 'full', 'beside', 'pictures'],
  code: ['code', 'diagram'],
  quote: ['quote'],
  takeaway: ['takeaway'],
  question: ['question'],
  answer: ['answers', 'answer'],
} as const satisfies Readonly<Record<string, readonly AnySlide['kind'][]>>;

export type SampleName = keyof typeof SAMPLES;

/** A slide that represents others of its kind in the meetup. */
export interface Sample {
  readonly name: SampleName;
  readonly deck: string;
  readonly slide: AnySlide;
}

/** A slide of a compiled deck. */
export interface PlacedSlide {
  readonly deck: Deck;
  /** 0-based in the deck; the cover is 0. */
  readonly index: number;
}

/** For each kind in the meetup, the fullest slide; preferably photographs to drawings, and people with portraits. */
export function chooseSamples({ decks, fonts }: Pick<Compilation, 'decks' | 'fonts'>): readonly Sample[] {
  const all = decks.flatMap(({ deck }) => [deck.cover, ...deck.slides].map((slide) => ({ deck, slide })));
  return (Object.keys(SAMPLES) as SampleName[]).flatMap((name) => {
    const own = all.filter(({ slide }) => isOf(name, slide));
    const ranked = own.map((each) => ({ ...each, rank: rankOf(each.slide, each.deck, fonts) }));
    const [first] = ranked.sort((a, b) => b.rank - a.rank);
    return first ? [{ name, deck: first.deck.slug, slide: first.slide }] : [];
  });
}

/**
 * The same slide in another look, where it may have another kind, or be split. Null if it shares a slide with others.
 */
export function findSample(
  { name, deck: slug, slide }: Sample,
  decks: Compilation['decks'],
): PlacedSlide | null {
  const deck = decks.find((each) => each.deck.slug === slug)?.deck;
  if (!deck) return null;
  const { file, line } = slide.origin;
  const index = [deck.cover, ...deck.slides].findIndex(
    (each) => isOf(name, each) && each.origin.file === file && each.origin.line === line,
  );
  return index < 0 ? null : { deck, index };
}

function isOf(name: SampleName, { kind }: AnySlide): boolean {
  return (SAMPLES[name] as readonly AnySlide['kind'][]).includes(kind);
}

/** Above 1 if something counts more than how full a slide is. */
function rankOf(slide: AnySlide, deck: Deck, fonts: OwnFonts): number {
  // A part of a section fills its slide, and so do answers side by side.
  const full = Math.min(1, fullness(slide, deck, fonts) ?? 1);
  if (slide.kind === 'cover') {
    const isOfTalk = deck.kind === 'speaker' ? 4 : 0;
    return isOfTalk + (slide.people.some(({ portrait }) => portrait !== null) ? 2 : 0) + full;
  }
  const isPhoto = 'image' in slide && isPhotograph(slide.image.src);
  return full + (isPhoto ? 2 : 0);
}
