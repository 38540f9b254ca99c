import type { Memory, Steps } from '../../base/memory.ts';
import type { Spot } from '../../base/text.ts';
import type { Transcript } from '../../content/claims/check-claim.ts';
import type { RuleContext } from '../../content/rules/meetup-rule.ts';
import type { Event } from '../../content/summary/meetup.ts';
import { findSpot } from '../../content/summary/source-file.ts';
import { fieldLines } from '../../content/summary/spots.ts';
import type { AnySummary } from '../../content/summary/statements.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Passage } from '../text/passage.ts';

/** The part of the rules' context that advice needs; without assets or transcript, advice on them is skipped. */
export type AdviceInput = Pick<RuleContext, 'meetup'> & Partial<Pick<RuleContext, 'assets' | 'transcript'>>;

export interface AdviceContext extends Pick<RuleContext, 'meetup' | 'assets'> {
  /** What a summary says, with the place of every character. */
  passagesOf(summary: AnySummary): readonly Passage[];
  readonly memory: Memory;
}

/** Advice on the summaries of a meetup as a whole; pure. */
export type Advice = (context: AdviceContext) => Steps<readonly Finding[]>;

interface SummaryContext {
  /** Event of the meetup. */
  readonly event: Event;
  readonly transcript: Transcript | null;
  /** The summary's text. */
  passages(): readonly Passage[];
}

/** Advice on a single summary, independent of other talks and questions; pure. */
export type SummaryAdvice = (summary: AnySummary, context: SummaryContext) => readonly Finding[];

/** The line of a field of front matter, or the first line if it is missing. */
export function fieldSpot({ lines }: AnySummary, field: string): Spot {
  const { first } = fieldLines(lines, field);
  return findSpot(lines, { first, last: first }, '');
}
