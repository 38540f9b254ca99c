import { type NumberedLine, numberedLines, type Transcript } from '../../content/claims/check-claim.ts';
import { cutCitations } from '../../content/parse/citation.ts';

/** The lines that a slide rests on, as sent to a page. Texts are raw. */
export interface CitedLines {
  /** In the order of the transcript; empty lines are left out. */
  readonly lines: readonly NumberedLine[];
  /** Number of further lines. */
  readonly more: number;
}

/** Nobody reads more of them beside a slide. */
const MOST = 200;

/**
 * The lines that a slide cites.
 * @param sources of the slide, such as `L73-79`
 * @param transcript null if there is none, and so nothing to show
 */
export function citedLinesOf(sources: readonly string[], transcript: Transcript | null): CitedLines {
  const typed = sources.map((source) => `[${source}]`).join('');
  const { citations } = cutCitations(typed, [typed], { first: 1, last: 1 });
  const lines = (transcript ? numberedLines(transcript, citations) : []).filter(
    ({ text }) => text.trim() !== '',
  );
  return { lines: lines.slice(0, MOST), more: Math.max(0, lines.length - MOST) };
}
