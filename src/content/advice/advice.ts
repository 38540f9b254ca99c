import type { Finding } from '../../findings/finding.ts';
import type { Memory } from '../../memory.ts';
import type { Steps } from '../../steps.ts';
import type { AnySummary } from '../inlines.ts';
import type { Event } from '../meetup.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { Passage } from './passages/passage.ts';

/** What advice needs of all that rules look at. */
export type AdviceInput = Pick<RuleContext, 'meetup'>;

export interface AdviceContext extends AdviceInput {
  /** What a summary says, with the place of every character. */
  passagesOf(summary: AnySummary): readonly Passage[];
  readonly memory: Memory;
}

/** Says what would make the summaries of a meetup better, taken together; pure. */
export type Advice = (context: AdviceContext) => Steps<readonly Finding[]>;

export interface SummaryContext {
  /** Of the meetup. */
  readonly event: Event;
  /** What the summary says. */
  passages(): readonly Passage[];
}

/** Says what would make a summary better, whatever stands in those of other talks and questions; pure. */
export type SummaryAdvice = (summary: AnySummary, context: SummaryContext) => readonly Finding[];
