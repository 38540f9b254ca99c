/**
 * What importing finds in a transcript, for drafting and for the files to be written. All line numbers are 1-based
 * lines of the transcript as it is cited (`content/transcript.txt`); ranges are inclusive.
 */
export interface Meeting {
  readonly transcript: Transcription;
  /** BCP 47: `zh-CN`, `en`. */
  readonly lang: string;
  readonly shape: Found<Shape>;
  readonly title: Found<string> | null;
  /** ISO 8601. */
  readonly date: Found<string> | null;
  readonly host: Found<string> | null;
  /** Everyone with a name, including the host, in order of first words. */
  readonly people: readonly Person[];
  /** In line order. */
  readonly talks: readonly FoundTalk[];
  /** In line order. */
  readonly exchanges: readonly FoundExchange[];
  /** Questions without an answer. */
  readonly unanswered: readonly LineRange[];
  /** Speech that belongs to no talk and no exchange: welcome, thanks, introductions by the host. */
  readonly between: readonly LineRange[];
  /** Speech by unknown speakers. */
  readonly ofNobody: readonly LineRange[];
  readonly damages: readonly Damage[];
}

/** Talks by several speakers; a discussion among several; one who asks and others who answer; anything else. */
export type Shape = 'talks' | 'panel' | 'interview' | 'meeting';

export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** A value with its origin. */
export interface Found<T> {
  readonly value: T;
  /** How it was found, to follow `# guessed:`: `the next speaker says 老季`. */
  readonly how: string;
  /** 1 for what the transcript or the command line states; below `SURE` it is a guess. */
  readonly sure: number;
  /** Where it was found; null for the command line. */
  readonly at: LineRange | null;
}

/** Values below this are marked as guesses. */
export const SURE = 0.8;

/** A transcript read from any format. */
export interface Transcription {
  readonly format: FormatName;
  /** WHATWG name: `utf-8`, `gb18030`. */
  readonly encoding: string;
  /** The text of the file if its own lines are cited; null if `lines` were made from it. */
  readonly verbatim: string | null;
  /** Lines that citations refer to: index 0 is line 1. */
  readonly lines: readonly string[];
  /** Content of those lines, in order; at most one per line, none for empty lines. */
  readonly utterances: readonly Utterance[];
}

export interface Utterance {
  readonly line: number;
  /** Exactly as in the line, without the speaker's label, the time and the format's markup. */
  readonly text: string;
  /** As in the transcript, also for the lines that follow it. Null if there is none above. */
  readonly label: string | null;
  /** A name of `people`, or a label such as 观众. Null if unknown, and for anything but speech. */
  readonly speaker: string | null;
  /** Seconds from the beginning of the recording. */
  readonly time: number | null;
  readonly kind: UtteranceKind;
  /** 1 to 6 for headings. */
  readonly level: number | null;
}

/**
 * `speech`; `heading`; `caption`: repeated above pictures; `bio`: who a person is, in the third person; `aside`: a
 * bracketed remark from the audience; `label`: only a speaker's name; `matter`: unspoken text such as front matter,
 * dates, footers and tables.
 */
export type UtteranceKind = 'speech' | 'heading' | 'caption' | 'bio' | 'aside' | 'label' | 'matter';

export interface Person {
  readonly name: string;
  readonly role: Found<string> | null;
  readonly org: Found<string> | null;
  /** Lines that introduce the person. */
  readonly bio: LineRange | null;
  /** Other spellings and forms of address: `老季`, `TO`, `SPEAKER_01`. */
  readonly aliases: readonly string[];
  /** A name of `people` that may be the same person in another spelling. */
  readonly resembles: string | null;
  /** Whether the name is only a label such as `SPEAKER_01`, and the user should be asked for it. */
  readonly isNameless: boolean;
  /** Number of Chinese characters, plus 1.6 per word of other scripts. */
  readonly said: number;
}

export interface FoundTalk {
  /** A name of `people`; null if unknown. */
  readonly speaker: Found<string> | null;
  readonly title: Found<string> | null;
  readonly range: LineRange;
  /** The talk's own lines in `range`, in order: without interjections, captions and bios. */
  readonly parts: readonly LineRange[];
  /** Headings that divide the talk in the transcript. */
  readonly headings: readonly LineRange[];
}

export interface FoundExchange {
  /** Everything the asker says, without preceding remarks. */
  readonly question: LineRange;
  /** A name of `people`, or a label such as 观众. */
  readonly askedBy: Found<string>;
  /** Names of `people`; empty if everybody is asked. */
  readonly askedTo: readonly Found<string>[];
  /** In order; a person may occur several times. */
  readonly answers: readonly FoundAnswer[];
  /** Bracketed remarks from the audience. */
  readonly asides: readonly LineRange[];
  readonly range: LineRange;
}

export interface FoundAnswer {
  readonly speaker: string;
  readonly range: LineRange;
  /** `answer`; `remark`: the host comments; `followUp`: the asker continues. */
  readonly kind: 'answer' | 'remark' | 'followUp';
}

/** A flaw of the transcript; reported, not repaired. */
export interface Damage {
  readonly kind: DamageKind;
  readonly line: number;
  /** What is there: `/p>`, `3`. */
  readonly found: string;
}

/**
 * `markup`: remnants such as `/strong>`, often in place of a question mark; `list-start`: a list that does not begin
 * with its first number; `cut-off`: an unfinished sentence; `characters`: undecodable bytes; `repeated`: a line that
 * recurs many times; `rolled`: caption lines that were shown again as they moved up; `invented`: closing phrases that
 * speech recognition makes up from silence.
 */
export type DamageKind =
  | 'markup'
  | 'list-start'
  | 'cut-off'
  | 'characters'
  | 'repeated'
  | 'rolled'
  | 'invented';

/** The utterances of a range, in order. */
export function utterancesIn(
  { utterances }: Transcription,
  ranges: readonly LineRange[],
): readonly Utterance[] {
  return ranges.flatMap(({ first, last }) =>
    utterances.slice(indexOfLine(utterances, first), indexOfLine(utterances, last + 1)),
  );
}

/** Index of the first utterance at or after a line. */
function indexOfLine(utterances: readonly Utterance[], line: number): number {
  let low = 0;
  let high = utterances.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((utterances[middle]?.line ?? line) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Names for `--format`; `formats/index.ts` has the formats. */
export const FORMAT_NAMES = [
  'docx',
  'whisper-json',
  'segments-json',
  'rev-json',
  'fireflies-json',
  'vtt',
  'srt',
  'lrc',
  'html',
  'timed',
  'wrapped',
  'labels',
  'plain',
] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];
