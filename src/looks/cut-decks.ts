import { NO_MEMORY } from '../base/memory.ts';
import type { Compilation } from '../build/compile.ts';
import { printableDecks } from '../export/printable-decks.ts';
import type { AuditOptions } from '../print/types.ts';
import { renderDecks } from '../render/render-decks.ts';
import { loadTemplates } from '../render/templates.ts';
import { findSample, type PlacedSlide, type Sample } from './choose-slides.ts';
import type { DressedMeetup } from './dress.ts';

/** Decks with only samples after their covers. */
export interface CutMeetup {
  readonly printable: Pick<AuditOptions, 'decks' | 'assets' | 'themeRoot' | 'fontFolders'>;
  /** Per sample; null if it is not alone on a slide in this look. */
  readonly places: readonly (CutPlace | null)[];
}

export interface CutPlace {
  /** Slug of the cut deck, unique among all looks. */
  readonly slug: string;
  /** 1-based in the cut deck. */
  readonly slide: number;
  /** The original deck and slide number. */
  readonly of: { readonly deck: string; readonly slide: number };
}

/** Removes all slides but samples from a meetup's decks, so that a browser shows them quickly. */
export function cutDecks(
  { name, project }: Pick<DressedMeetup, 'name' | 'project'>,
  { decks, files, recording }: Compilation,
  samples: readonly Sample[],
): CutMeetup {
  const found = samples.map((sample) => findSample(sample, decks));
  const cut = decks.flatMap(({ deck }) => {
    const kept = keptSlides(found, deck.slug);
    return kept.length === 0
      ? []
      : [{ ...deck, slides: deck.slides.filter((_, at) => kept.includes(at + 1)) }];
  });
  const rendered = renderDecks(
    cut,
    loadTemplates(project.templateFolders),
    project.theme,
    NO_MEMORY,
    recording,
  );
  const printable = printableDecks(project, { decks: rendered, files });
  const slugOf = (slug: string) => `${name}/${slug}`;
  return {
    printable: { ...printable, decks: printable.decks.map((deck) => ({ ...deck, slug: slugOf(deck.slug) })) },
    places: found.map((place) => {
      if (!place) return null;
      const { deck, index } = place;
      const slide =
        index === 0 ? 1 : keptSlides(found, deck.slug).filter((at) => at > 0 && at <= index).length + 1;
      return { slug: slugOf(deck.slug), slide, of: { deck: deck.slug, slide: index + 1 } };
    }),
  };
}

/** 0-based positions of a deck's samples, including the cover if it is one. */
function keptSlides(found: readonly (PlacedSlide | null)[], slug: string): readonly number[] {
  const own = found.flatMap((place) => (place?.deck.slug === slug ? [place.index] : []));
  return [...new Set(own)];
}
