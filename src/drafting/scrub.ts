/** Part of a line, without unspoken text. */
export interface CleanRun {
  readonly text: string;
  /** Whether damage follows: the end of the sentence is lost, usually a question mark. */
  readonly isCut: boolean;
}

/** Remnant of a tag after conversion. */
const REMNANT = /<?\/(?:p|strong|span|em|section|b|i|div|br)>|\uFFFD+/gi;
/** Remarks of a transcriber and marks of speech recognition: (笑), [inaudible 00:12:03], {disfmarker}. */
const REMARK =
  /[（(](?:笑|大笑|鼓掌|掌声|众笑|全场笑|听不清)[)）]|[[(（](?:laughs?|laughter|laughing|inaudible|crosstalk|applause|music|pause|unintelligible|silence|slide|next slide|video|demo)\b[^\])）]{0,40}[\])）]|\{[a-z]{2,20}\}/gi;

/** Splits a line where part of it was lost. */
export function scrub(text: string): readonly CleanRun[] {
  const parts = text.split(REMNANT);
  return parts.flatMap((part, index) => {
    const clean = part.replace(REMARK, '');
    return clean.trim() === '' ? [] : [{ text: clean, isCut: index < parts.length - 1 }];
  });
}
