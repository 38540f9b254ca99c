import { digestOf } from '../../base/changed.ts';
import type { CoverSlide, Slide } from '../kinds/slides.ts';
import type { Page } from '../typeset/page.ts';

/**
 * Pixels by which slides exceeded their estimate in a browser, by content (`measuredKey`). They are laid out as if the
 * page were that much lower.
 */
export type Measured = Readonly<Record<string, number>>;

export const NOTHING_MEASURED: Measured = {};

/** The pages for a slide, reduced by its measured excess. */
export function measuredPages(
  slug: string,
  slide: Slide | CoverSlide,
  pages: readonly Page[],
  measured: Measured,
): readonly Page[] {
  // Most meetups have none and need no digests.
  const more = Object.keys(measured).length === 0 ? 0 : (measured[measuredKey(slug, slide)] ?? 0);
  if (more === 0) return pages;
  return pages.map((page) => ({ ...page, box: { ...page.box, height: page.box.height - more } }));
}

/**
 * Key of a slide before pagination: the deck's slug and a digest of the content, independent of its place in the file.
 */
export function measuredKey(slug: string, slide: Slide | CoverSlide): string {
  const shown = JSON.stringify(slide, (name, value) => (PLACES.has(name) ? undefined : value));
  return `${slug} ${digestOf(shown).slice(0, 16)}`;
}

const PLACES: ReadonlySet<string> = new Set(['origin', 'lines', 'at', 'notes', 'place']);
