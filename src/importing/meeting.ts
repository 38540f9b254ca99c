/**
 * What importing finds in a transcript, for drafting and for the files that are written. All line numbers are those
 * of the transcript as it is cited (`content/transcript.txt`), from 1; ranges include both ends.
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
  /** All who have a name, the host too, in order of their first words. */
  readonly people: readonly Person[];
  /** In order of their lines. */
  readonly talks: readonly FoundTalk[];
  /** In order of their lines. */
  readonly exchanges: readonly FoundExchange[];
  /** Questions that nobody answers. */
  readonly unanswered: readonly LineRange[];
  /** Speech that belongs to no talk and no exchange: welcome, thanks, introductions by the host. */
  readonly between: readonly LineRange[];
  /** Speech that nobody is known to have said. */
  readonly ofNobody: readonly LineRange[];
  readonly damages: readonly Damage[];
}

/** Talks by several speakers; several who talk among themselves; one asks and others answer; anything else. */
export type Shape = 'talks' | 'panel' | 'interview' | 'meeting';

export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** A value with where it comes from. */
export interface Found<T> {
  readonly value: T;
  /** How it was found, in English, as it stands behind `# guessed:`: `the next speaker says 老季`. */
  readonly how: string;
  /** 1 for what the transcript or the command line says; below `SURE` it is a guess. */
  readonly sure: number;
  /** Where it was seen; null for what the command line says. */
  readonly at: LineRange | null;
}

/** What is less sure than this is written as a guess. */
export const SURE = 0.8;

/** A transcript that was read, whatever its format. */
export interface Transcription {
  readonly format: FormatName;
  /** As the WHATWG names it: `utf-8`, `gb18030`. */
  readonly encoding: string;
  /** Whether its own lines are cited; else `lines` were made of what was read. */
  readonly isVerbatim: boolean;
  /** What citations count: index 0 is line 1. */
  readonly lines: readonly string[];
  /** What stands in those lines, in order; at most one for a line, none for an empty one. */
  readonly utterances: readonly Utterance[];
}

export interface Utterance {
  readonly line: number;
  /** Without the speaker's label, the time and marks of the format; exactly as it stands in the line otherwise. */
  readonly text: string;
  /** As it stands in the transcript; on the lines below it, too. Null where none stands above. */
  readonly label: string | null;
  /** Who speaks: a name of `people`, or a label such as 观众. Null for nobody, and for what is no speech. */
  readonly speaker: string | null;
  /** Seconds from the beginning of the recording. */
  readonly time: number | null;
  readonly kind: UtteranceKind;
  /** Of a heading: 1 to 6. */
  readonly level: number | null;
}

/**
 * `speech`; `heading`; `caption`: repeated above pictures; `bio`: who a person is, in the third person; `aside`: a
 * remark from the audience in brackets; `label`: nothing but a speaker's name; `matter`: front matter, dates, footers
 * and tables, which nobody says.
 */
export type UtteranceKind = 'speech' | 'heading' | 'caption' | 'bio' | 'aside' | 'label' | 'matter';

export interface Person {
  readonly name: string;
  readonly role: Found<string> | null;
  readonly org: Found<string> | null;
  /** Lines that tell who the person is. */
  readonly bio: LineRange | null;
  /** Other writings and forms of address: `老季`, `TO`, `SPEAKER_01`. */
  readonly aliases: readonly string[];
  /** A name of `people` that may be the same person, in another spelling. */
  readonly resembles: string | null;
  /** Whether the name is only a label such as `SPEAKER_01`, so that somebody should be asked for it. */
  readonly isNameless: boolean;
  /** Chinese characters and 1.6 for each word in other scripts. */
  readonly said: number;
}

export interface FoundTalk {
  /** A name of `people`; null where nobody is known to have given it. */
  readonly speaker: Found<string> | null;
  readonly title: Found<string> | null;
  readonly range: LineRange;
  /** What belongs to the talk of `range`, in order: not what others say in it, captions and bios. */
  readonly parts: readonly LineRange[];
  /** Headings within it, which part it as the transcript does. */
  readonly headings: readonly LineRange[];
}

export interface FoundExchange {
  /** All that the asker says, remarks before it left out. */
  readonly question: LineRange;
  /** A name of `people`, or a label such as 观众. */
  readonly askedBy: Found<string>;
  /** Names of `people`; empty for everybody. */
  readonly askedTo: readonly Found<string>[];
  /** In order; the same person may come several times. */
  readonly answers: readonly FoundAnswer[];
  /** Remarks from the audience, in brackets. */
  readonly asides: readonly LineRange[];
  readonly range: LineRange;
}

export interface FoundAnswer {
  readonly speaker: string;
  readonly range: LineRange;
  /** `answer`; `remark`: the host's, on what was said; `followUp`: the asker asks on. */
  readonly kind: 'answer' | 'remark' | 'followUp';
}

/** What is wrong with the transcript; kept as it is, and told. */
export interface Damage {
  readonly kind: DamageKind;
  readonly line: number;
  /** What stands there: `/p>`, `3`. */
  readonly found: string;
}

/**
 * `markup`: remnants such as `/strong>`, often in the place of a question mark; `list-start`: a list that begins behind
 * its first number; `cut-off`: a sentence that stops; `characters`: what could not be decoded; `repeated`: a line that
 * comes again and again; `rolled`: lines
 * of captions that were shown again while they moved; `invented`: closing words that recognition makes of silence.
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

/** The index of the first utterance at or behind a line. */
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

/** The formats that are known, as `--format` takes them; what each is stands in `formats/index.ts`. */
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
