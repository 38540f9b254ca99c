import { posix } from 'node:path';
import { finding } from '../../findings/finding.ts';
import { type AnySummary, imagesOf, type PlacedImage } from '../inlines.ts';
import { findSpot } from '../source-file.ts';
import type { SummaryAdvice } from './advice.ts';

/** A picture in a summary's body has a description, and not its file name for one. */
export const missingAlt: SummaryAdvice = (summary) =>
  imagesOf(bodyOf(summary))
    .filter(saysNothing)
    .map(({ source, ref: { src }, lines }) =>
      finding(source.path, findSpot(summary.lines, lines, src), 'missing-alt', { src }),
    );

function bodyOf(summary: AnySummary): AnySummary {
  if ('portrait' in summary) return { ...summary, portrait: null };
  return 'logo' in summary ? { ...summary, logo: null } : summary;
}

function saysNothing({ ref: { src, alt } }: PlacedImage): boolean {
  const name = posix.basename(src).toLowerCase();
  const text = alt.trim().toLowerCase();
  return text === '' || text === name || text === name.replace(/\.[^.]*$/, '');
}
