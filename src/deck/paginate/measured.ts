import { createHash } from 'node:crypto';
import type { CoverSlide, Slide } from '../kinds/slides.ts';
import type { Page } from '../typeset/page.ts';

/**
 * What slides took in a browser beyond their estimate, in whole pixels, by what they show (`measuredKey`): they are
 * set as if the page had that much less room.
 */
export type Measured = Readonly<Record<string, number>>;

export const NOTHING_MEASURED: Measured = {};

/** The pages of a slide, less what it took beyond its estimate. */
export function measuredPages(
  slug: string,
  slide: Slide | CoverSlide,
  pages: readonly Page[],
  measured: Measured,
): readonly Page[] {
  // Most meetups have none: nothing is digested then.
  const more = Object.keys(measured).length === 0 ? 0 : (measured[measuredKey(slug, slide)] ?? 0);
  if (more === 0) return pages;
  return pages.map((page) => ({ ...page, box: { ...page.box, height: page.box.height - more } }));
}

/** The slide, before it was set, in a deck of that name: a digest of what it shows, wherever in its file that stands. */
export function measuredKey(slug: string, slide: Slide | CoverSlide): string {
  const shown = JSON.stringify(slide, (name, value) => (PLACES.has(name) ? undefined : value));
  return `${slug} ${createHash('sha256').update(shown).digest('base64url').slice(0, 16)}`;
}

const PLACES: ReadonlySet<string> = new Set(['origin', 'lines', 'at', 'notes', 'place']);
