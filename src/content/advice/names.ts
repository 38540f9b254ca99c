/** The rules of advice, in the order in which they look; event.md turns them off by these names. */
export const ADVICE_NAMES = [
  'too-many-points',
  'long-point',
  'no-takeaway',
  'no-figures',
  'no-citation',
  'inconsistent-name',
  'mixed-punctuation',
  'missing-space',
  'extra-space',
  'answer-by-unasked',
  'unanswered-question',
  'differing-number',
  'missing-alt',
  'duplicate-title',
] as const;

export type AdviceName = (typeof ADVICE_NAMES)[number];
