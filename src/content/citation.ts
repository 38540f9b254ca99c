import type { Citation, LineSpan, Spot } from './block.ts';
import { findSpot } from './source-file.ts';

const RANGE = String.raw`L\d{1,7}(?:\s?[-\u2013\u2014]\s?L?\d{1,7})?`;
const CITATION = new RegExp(
  String.raw`[ \u3000]?\[(${RANGE}(?:\s?[,\uFF0C\u3001;\uFF1B]\s?${RANGE})*)\]`,
  'g',
);
/** What was probably meant as a citation. */
const NEAR_MISS = /\[\s*L\s*\d[^\][\n]{0,40}\]|【\s*L\s*\d[^】\n]{0,40}】/;

export interface CutText {
  readonly text: string;
  readonly citations: readonly Citation[];
}

/** Takes the citations (`[L73-79, L85]`) out of a run of text. */
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

/** A piece of `text` that looks like a citation but is none. */
export function findMalformedCitation(
  text: string,
  lines: readonly string[],
  span: LineSpan,
): { readonly text: string; readonly at: Spot } | null {
  const match = NEAR_MISS.exec(text)?.[0];
  return match === undefined ? null : { text: match, at: findSpot(lines, span, match) };
}

/** `L73-79`, as a reader writes it. */
export function formatCitation({ first, last }: LineSpan): string {
  return first === last ? `L${first}` : `L${first}-${last}`;
}
