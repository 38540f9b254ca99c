import type { AdviceName } from '../../findings/finding.ts';
import type { Advice, SummaryAdvice } from './advice-rule.ts';
import { differingNumber } from './differing-number.ts';
import { duplicateQuestion, duplicateTitle } from './duplicates.ts';
import { inconsistentName } from './inconsistent-name.ts';
import { joinedNames } from './joined-names.ts';
import { longPoint, tooManyPoints } from './length.ts';
import { lookAlike } from './look-alike.ts';
import { smallPicture, videoPoster } from './pictures.ts';
import { answerByUnasked, unansweredQuestion } from './questions.ts';
import { missingAlt, noCitation, noFigures, noTakeaway } from './substance.ts';
import { typewriterSign } from './typewriter.ts';
import { extraSpace, missingSpace, mixedPunctuation } from './typography.ts';
import { weakSupport } from './weak-support.ts';

/** Scope of a rule: each summary on its own, the meetup as a whole, or both. */
interface Scopes {
  readonly ofSummary?: SummaryAdvice;
  readonly ofMeetup?: Advice;
}

/** Rules for good summaries by name, in order of application. */
export const ADVICE: Readonly<Record<AdviceName, Scopes>> = {
  'too-many-points': { ofSummary: tooManyPoints },
  'long-point': { ofSummary: longPoint },
  'no-takeaway': { ofSummary: noTakeaway },
  'no-figures': { ofSummary: noFigures },
  'no-citation': { ofSummary: noCitation },
  'weak-support': { ofSummary: weakSupport },
  'inconsistent-name': { ofMeetup: inconsistentName },
  'joined-names': { ofSummary: joinedNames },
  'mixed-punctuation': { ofSummary: mixedPunctuation },
  'missing-space': { ofSummary: missingSpace },
  'extra-space': { ofSummary: extraSpace },
  'typewriter-sign': { ofMeetup: typewriterSign },
  'look-alike': { ofSummary: lookAlike },
  'answer-by-unasked': { ofSummary: answerByUnasked },
  'unanswered-question': { ofSummary: unansweredQuestion },
  'differing-number': { ofMeetup: differingNumber },
  'missing-alt': { ofSummary: missingAlt },
  'small-picture': { ofMeetup: smallPicture },
  'video-poster': { ofMeetup: videoPoster },
  'duplicate-title': { ofSummary: duplicateTitle, ofMeetup: duplicateQuestion },
};
