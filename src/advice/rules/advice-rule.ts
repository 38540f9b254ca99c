import type { Memory, Steps } from '../../base/memory.ts';
import type { Spot } from '../../base/text.ts';
import type { RuleContext } from '../../content/rules/meetup-rule.ts';
import type { Event } from '../../content/summary/meetup.ts';
import { findSpot } from '../../content/summary/source-file.ts';
import { fieldLines } from '../../content/summary/spots.ts';
import type { AnySummary } from '../../content/summary/statements.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Passage } from '../text/passage.ts';

/** What advice needs of all that rules look at; what is to be said of pictures needs them. */
export type AdviceInput = Pick<RuleContext, 'meetup'> & Partial<Pick<RuleContext, 'assets'>>;

export interface AdviceContext extends Pick<RuleContext, 'meetup' | 'assets'> {
  /** What a summary says, with the place of every character. */
  passagesOf(summary: AnySummary): readonly Passage[];
  readonly memory: Memory;
}

/** Says what would make the summaries of a meetup better, taken together; pure. */
export type Advice = (context: AdviceContext) => Steps<readonly Finding[]>;

interface SummaryContext {
  /** Of the meetup. */
  readonly event: Event;
  /** What the summary says. */
  passages(): readonly Passage[];
}

/** Says what would make a summary better, whatever stands in those of other talks and questions; pure. */
export type SummaryAdvice = (summary: AnySummary, context: SummaryContext) => readonly Finding[];

/** The line of a field of front matter; the first line where there is none. */
export function fieldSpot({ lines }: AnySummary, field: string): Spot {
  const { first } = fieldLines(lines, field);
  return findSpot(lines, { first, last: first }, '');
}
