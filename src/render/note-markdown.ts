import type { CoverSlide, Slide } from '../deck/deck.ts';
import type { Labels } from '../deck/labels.ts';
import { blockMarkdown } from './block-markdown.ts';
import { Inert } from './inert.ts';
import type { InlineContext } from './markdown.ts';

/** The comment that carries a slide's speaker notes and the transcript lines that it rests on. */
export function noteMarkdown(
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
