import type { AdviceName } from '../../findings/finding.ts';
import type { Advice, SummaryAdvice } from './advice.ts';
import { answerByUnasked } from './answer-by-unasked.ts';
import { differingNumber } from './differing-number.ts';
import { duplicateQuestion, duplicateTitle } from './duplicate-title.ts';
import { extraSpace } from './extra-space.ts';
import { inconsistentName } from './inconsistent-name.ts';
import { longPoint } from './long-point.ts';
import { missingAlt } from './missing-alt.ts';
import { missingSpace } from './missing-space.ts';
import { mixedPunctuation } from './mixed-punctuation.ts';
import { noCitation } from './no-citation.ts';
import { noFigures } from './no-figures.ts';
import { noTakeaway } from './no-takeaway.ts';
import { tooManyPoints } from './too-many-points.ts';
import { unansweredQuestion } from './unanswered-question.ts';

/** What a rule looks at: each summary on its own, the meetup as a whole, or both. */
interface Looks {
  readonly ofSummary?: SummaryAdvice;
  readonly ofMeetup?: Advice;
}

/** What makes a good summary, each rule by its name, in the order in which it is looked at. */
export const ADVICE: Readonly<Record<AdviceName, Looks>> = {
  'too-many-points': { ofSummary: tooManyPoints },
  'long-point': { ofSummary: longPoint },
  'no-takeaway': { ofSummary: noTakeaway },
  'no-figures': { ofSummary: noFigures },
  'no-citation': { ofSummary: noCitation },
  'inconsistent-name': { ofMeetup: inconsistentName },
  'mixed-punctuation': { ofSummary: mixedPunctuation },
  'missing-space': { ofSummary: missingSpace },
  'extra-space': { ofSummary: extraSpace },
  'answer-by-unasked': { ofSummary: answerByUnasked },
  'unanswered-question': { ofSummary: unansweredQuestion },
  'differing-number': { ofMeetup: differingNumber },
  'missing-alt': { ofSummary: missingAlt },
  'duplicate-title': { ofSummary: duplicateTitle, ofMeetup: duplicateQuestion },
};
