/** A run of a line without what nobody said. */
export interface CleanRun {
  readonly text: string;
  /** Whether a mark of damage follows: the end of the sentence before it is lost, a question mark most often. */
  readonly isCut: boolean;
}

/** What a converter left of a tag. */
const REMNANT = /<?\/(?:p|strong|span|em|section|b|i|div|br)>|\uFFFD+/gi;
/** Remarks of a transcriber, and marks of a recogniser: (笑), [inaudible 00:12:03], {disfmarker}. */
const REMARK =
  /[（(](?:笑|大笑|鼓掌|掌声|众笑|全场笑|听不清)[)）]|[[(（](?:laughs?|laughter|laughing|inaudible|crosstalk|applause|music|pause|unintelligible|silence)\b[^\])）]{0,40}[\])）]|\{[a-z]{2,20}\}/gi;

/** A line in runs, parted where something of it is lost. */
export function scrub(text: string): readonly CleanRun[] {
  const parts = text.split(REMNANT);
  return parts.flatMap((part, index) => {
    const clean = part.replace(REMARK, '');
    return clean.trim() === '' ? [] : [{ text: clean, isCut: index < parts.length - 1 }];
  });
}
