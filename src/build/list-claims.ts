import { NO_MEMORY } from '../base/memory.ts';
import { checkClaim, type NumberedLine, numberedLines } from '../content/claims/check-claim.ts';
import { findWeakSupport } from '../content/claims/weak-support.ts';
import { formatCitation } from '../content/parse/citation.ts';
import { readTranscript } from '../content/read/assets.ts';
import { readContent } from '../content/read/read.ts';
import { claimsOf } from '../content/summary/claims-of.ts';
import { langOf } from '../content/summary/meetup.ts';
import { validate } from '../content/validate/validate.ts';

/** A statement of a summary with the lines that it cites. */
export interface ListedClaim {
  /** Relative to the root, with forward slashes. */
  readonly file: string;
  /** 1-based, in the summary. */
  readonly line: number;
  readonly text: string;
  /** `[L3-4]`; empty if nothing is cited. */
  readonly citation: string;
  /** The cited lines, in the order of the transcript. */
  readonly lines: readonly NumberedLine[];
  /**
   * `wrong`: a number or name is not in the lines; `weak`: words are not; `uncited`: nothing to compare with;
   * `unchecked`: there is no transcript.
   */
  readonly verdict: 'held' | 'weak' | 'wrong' | 'uncited' | 'unchecked';
  /** Parts of the statement that the lines do not have. */
  readonly missing: readonly string[];
}

/** Every text of the summaries that may cite lines, in file order. @throws CliError without content/ */
export function listClaims(root: string): readonly ListedClaim[] {
  const { meetup } = validate(readContent(root), NO_MEMORY);
  const { event, talks, exchanges } = meetup;
  const { transcript } = readTranscript(root, event);
  return [event, ...talks, ...exchanges].flatMap((summary) =>
    claimsOf(summary).flatMap(({ text, unit, citations, isHeading, lines }): readonly ListedClaim[] => {
      if (text.trim() === '') return [];
      const citation = citations.length === 0 ? '' : `[${citations.map(formatCitation).join(', ')}]`;
      const listed = { file: summary.source.path, line: lines.first, text: text.trim(), citation };
      if (citations.length === 0) return [{ ...listed, lines: [], verdict: 'uncited', missing: [] }];
      if (!transcript) return [{ ...listed, lines: [], verdict: 'unchecked', missing: [] }];
      const claim = { text, lang: langOf(summary, event), ...(unit === null ? {} : { unit }) };
      const wrong = checkClaim(claim, transcript, citations).map((each) => each.text);
      const weak = wrong.length > 0 || isHeading ? null : findWeakSupport(claim, transcript, citations);
      return [
        {
          ...listed,
          lines: numberedLines(transcript, citations).filter((each) => each.text.trim() !== ''),
          verdict: wrong.length > 0 ? 'wrong' : weak ? 'weak' : 'held',
          missing: wrong.length > 0 ? wrong : (weak?.words ?? []),
        },
      ];
    }),
  );
}
