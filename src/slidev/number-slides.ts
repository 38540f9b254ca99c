import type { resolveOptions } from '@slidev/cli';
import type { BundleDeck, BundledSlide } from './job.ts';

type LoadedSlide = Awaited<ReturnType<typeof resolveOptions>>['data']['slides'][number];

/**
 * Gives each slide what it would have if its deck were alone, and the `talkdeck` key with the page number
 * within its own deck (the theme's footer shows it).
 */
export function numberSlides(slides: LoadedSlide[], decks: readonly BundleDeck[]): BundledSlide[] {
  const deckOf = (slide: LoadedSlide) =>
    decks.findIndex(({ file }) => slide.source.filepath.endsWith(`/${file}`));
  const totals = decks.map((_, deck) => slides.filter((slide) => deckOf(slide) === deck).length);
  const pages = decks.map(() => 0);
  return slides.map((slide) => {
    const number = deckOf(slide);
    const deck = decks[number];
    if (!deck) throw new Error(`a slide of ${slide.source.filepath} belongs to no deck`);
    const page = (pages[number] ?? 0) + 1;
    pages[number] = page;
    const own = slide.source.frontmatter;
    slide.frontmatter = {
      ...(page === 1 ? { layout: 'cover' } : {}),
      lang: deck.lang,
      // The entry's own front matter, which Slidev merged in, is left behind here.
      ...own,
      talkdeck: {
        page,
        total: totals[number] ?? 0,
        title: deck.title,
        lang: deck.lang,
        accent: deck.accent,
        look: deck.look,
      },
    };
    const alias = own.routeAlias;
    return { deck: number, index: slide.source.index, alias: alias == null ? null : String(alias) };
  });
}
