import { posix } from 'node:path';
import { advice } from '../../diagnostics/diagnostic.ts';
import { imagesOf, type PlacedImage } from '../inlines.ts';
import { findSpot } from '../source-file.ts';
import type { Advice } from './advice.ts';

/** A picture in a summary's body has a description, and not its file name for one. */
export const missingAlt: Advice = ({ meetup: { event, talks, exchanges } }) =>
  [{ ...event, logo: null }, ...talks.map((talk) => ({ ...talk, portrait: null })), ...exchanges].flatMap(
    (summary) =>
      imagesOf(summary)
        .filter(saysNothing)
        .map(({ source, ref: { src }, lines }) =>
          advice(source.path, findSpot(summary.lines, lines, src), 'missing-alt', { src }),
        ),
  );

function saysNothing({ ref: { src, alt } }: PlacedImage): boolean {
  const name = posix.basename(src).toLowerCase();
  const text = alt.trim().toLowerCase();
  return text === '' || text === name || text === name.replace(/\.[^.]*$/, '');
}
