import type { DamageKind, FormatName, UtteranceKind } from '../meeting.ts';

/** A file that was read. */
export interface Source {
  /** Its base name. */
  readonly name: string;
  /** All of an archive; for text only the first bytes, since the rest is in `text`. */
  readonly bytes: Uint8Array;
  /** Decoded bytes, without byte order mark. */
  readonly text: string;
  readonly encoding: string;
}

export interface Format {
  readonly name: FormatName;
  /** Common name for help and errors: `WebVTT (Zoom, Teams, YouTube, Meet)`. */
  readonly title: string;
  /** Whether a file is in this format. Formats are tried in order, so later ones may be lenient. */
  fits(source: Source): boolean;
  /**
   * @param lang of the meetup, if known: the language to keep from a bilingual file
   * @throws CliError if the file is in another format
   */
  read(source: Source, lang: string | null): Reading;
}

/** What a format extracts from a file. */
export interface Reading {
  /** May be lazy, and produced anew by each iteration. */
  readonly pieces: Iterable<Piece>;
  /** The file's own lines if they are cited; null if lines are yet to be made from the pieces. */
  readonly lines: readonly string[] | null;
  readonly facts: Facts;
  /** What was left out or is broken, for the report. */
  readonly damages: readonly ReadDamage[];
}

/** Text of one speaker. */
export interface Piece {
  /** 1-based; null if the lines are yet to be made. */
  readonly line: number | null;
  readonly text: string;
  /** Set only where it occurs; the pieces after it have the same speaker. */
  readonly label: string | null;
  /** Whether an unknown speaker begins here: `>>` in captions. */
  readonly isNewVoice?: boolean;
  /** In seconds. */
  readonly time: number | null;
  readonly kind: UtteranceKind;
  /** 1 to 6 for headings. */
  readonly level: number | null;
}

/** What a file says about itself, apart from speech. */
export interface Facts {
  readonly title: string | null;
  /** ISO 8601. */
  readonly date: string | null;
  readonly lang: string | null;
  readonly host: string | null;
  readonly speakers: readonly NamedSpeaker[];
}

export interface NamedSpeaker {
  readonly name: string;
  /** Label used in place of the name: `TO`. */
  readonly abbreviation: string | null;
  readonly org: string | null;
}

export interface ReadDamage {
  readonly kind: DamageKind;
  readonly line: number | null;
  readonly found: string;
}

export const NO_FACTS: Facts = { title: null, date: null, lang: null, host: null, speakers: [] };

/** A piece of speech, or a sound; `rest` overrides the defaults. */
export function speech(text: string, rest: Partial<Piece> = {}): Piece {
  const kind = isSound(text) ? 'matter' : 'speech';
  return { line: null, text, label: null, time: null, kind, level: null, ...rest };
}

const SOUND = /^(?:[[(（【]\s*[^[\](（)）【】:：]{1,30}\s*[\])）】]|[♪♫\s]+)$/u;

/** Whether a text is a sound rather than speech: `[Music]`, `(laughter)`, `[掌声]`. */
export function isSound(text: string): boolean {
  return SOUND.test(text);
}

/** `12:03`, `1:02:03.5`, `00:01,250` in seconds; null if it is not a time. */
export function secondsOf(time: string): number | null {
  const parts = time.replace(',', '.').split(':').map(Number);
  if (parts.length < 2 || parts.length > 3 || parts.some(Number.isNaN)) return null;
  return parts.reduce((sum, part) => sum * 60 + part, 0);
}

/** A time in a transcript; hours and fraction are optional. */
export const TIME = String.raw`(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?`;
