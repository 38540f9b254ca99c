import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { AnySummary } from '../inlines.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { Passage } from './passages/passage.ts';

/** What advice needs of all that rules look at. */
export type AdviceInput = Pick<RuleContext, 'meetup'>;

export interface AdviceContext extends AdviceInput {
  /** What a summary says, with the place of every character. */
  passagesOf(summary: AnySummary): readonly Passage[];
}

/** Says what would make the summaries better; pure. */
export type Advice = (context: AdviceContext) => readonly Diagnostic[];
