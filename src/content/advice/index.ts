import type { Advice } from './advice.ts';
import { answerByUnasked } from './answer-by-unasked.ts';
import { differingNumber } from './differing-number.ts';
import { duplicateTitle } from './duplicate-title.ts';
import { extraSpace } from './extra-space.ts';
import { inconsistentName } from './inconsistent-name.ts';
import { longPoint } from './long-point.ts';
import { missingAlt } from './missing-alt.ts';
import { missingSpace } from './missing-space.ts';
import { mixedPunctuation } from './mixed-punctuation.ts';
import type { AdviceName } from './names.ts';
import { noCitation } from './no-citation.ts';
import { noFigures } from './no-figures.ts';
import { noTakeaway } from './no-takeaway.ts';
import { tooManyPoints } from './too-many-points.ts';
import { unansweredQuestion } from './unanswered-question.ts';

/** What makes a good summary, each rule by its name, in the order in which it is looked at. */
export const ADVICE: Readonly<Record<AdviceName, Advice>> = {
  'too-many-points': tooManyPoints,
  'long-point': longPoint,
  'no-takeaway': noTakeaway,
  'no-figures': noFigures,
  'no-citation': noCitation,
  'inconsistent-name': inconsistentName,
  'mixed-punctuation': mixedPunctuation,
  'missing-space': missingSpace,
  'extra-space': extraSpace,
  'answer-by-unasked': answerByUnasked,
  'unanswered-question': unansweredQuestion,
  'differing-number': differingNumber,
  'missing-alt': missingAlt,
  'duplicate-title': duplicateTitle,
};
