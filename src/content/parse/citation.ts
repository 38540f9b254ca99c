import type { LineSpan } from '../../base/text.ts';
import type { Citation } from '../summary/markup.ts';
import { findSpot } from '../summary/source-file.ts';

const RANGE = String.raw`L\d{1,7}(?:\s?[-\u2013\u2014]\s?L?\d{1,7})?`;
const CITATION = new RegExp(
  String.raw`[ \u3000]?\[(${RANGE}(?:\s?[,\uFF0C\u3001;\uFF1B]\s?${RANGE})*)\]`,
  'g',
);
/** Probably meant as a citation: with other brackets, signs or letters, or without a letter. */
const NEAR_MISS = new RegExp(
  [
    String.raw`[\[\u3010\uFF3B]\s*[Ll\uFF2C](?:ines?)?\.?\s*\d[^\][\u3010\u3011\uFF3B\uFF3D\n]{0,40}[\]\u3011\uFF3D]`,
    // Round brackets only with two digits or more: (L4) is a level of autonomous driving.
    String.raw`[(\uFF08]L\d{2,}(?:\s?[-~\u2013\u2014\uFF5E,\uFF0C]\s?L?\d+)*[)\uFF09]`,
    String.raw`\[\d{1,5}\s?[-~\u2013\u2014\uFF5E]\s?\d{1,5}\]`,
  ].join('|'),
  'g',
);

export interface CutText {
  readonly text: string;
  readonly citations: readonly Citation[];
}

/** Removes the citations (`[L73-79, L85]`) from a run of text. */
export function cutCitations(text: string, lines: readonly string[], span: LineSpan): CutText {
  if (!text.includes('[L')) return { text, citations: [] };
  const citations: Citation[] = [];
  const rest = text.replace(CITATION, (match, ranges: string) => {
    const at = findSpot(lines, span, match.trim());
    for (const [, first, last] of ranges.matchAll(/L(\d+)(?:\s?[-\u2013\u2014]\s?L?(\d+))?/g)) {
      citations.push({ first: Number(first), last: Number(last ?? first), at });
    }
    return '';
  });
  return { text: rest, citations };
}

/** Parts of `text` that look like citations but are invalid. */
export function findMalformedCitations(text: string): readonly string[] {
  return [...text.matchAll(NEAR_MISS)].map(([match]) => match);
}

/** The citations in `text`, as typed. */
export function findCitations(text: string): readonly string[] {
  return [...text.matchAll(CITATION)].map(([match]) => match.trim());
}

/** Formats a citation: `L73-79`. */
export function formatCitation({ first, last }: LineSpan): string {
  return first === last ? `L${first}` : `L${first}-${last}`;
}
