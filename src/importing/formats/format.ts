import type { DamageKind, FormatName, UtteranceKind } from '../meeting.ts';

/** A file as it was read. */
export interface Source {
  /** Its base name. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Its bytes as text; without a byte order mark. */
  readonly text: string;
  readonly encoding: string;
}

export interface Format {
  readonly name: FormatName;
  /** What people call it, for help and errors: `WebVTT (Zoom, Teams, YouTube, Meet)`. */
  readonly title: string;
  /** Whether a file is of this format. Formats are asked in their order, so the later ones may be lenient. */
  fits(source: Source): boolean;
  /**
   * @param lang of the meetup, where it is known: of two languages in one file, it is the one that is kept
   * @throws CliError where the file is of another format
   */
  read(source: Source, lang: string | null): Reading;
}

/** What a format gives. */
export interface Reading {
  readonly pieces: readonly Piece[];
  /** The file's own lines where they are what is cited; null where lines are still to be made of the pieces. */
  readonly lines: readonly string[] | null;
  readonly facts: Facts;
  /** What was left out or is broken, for the report. */
  readonly damages: readonly ReadDamage[];
}

/** A run of text of one speaker. */
export interface Piece {
  /** 1-based; null where the lines are still to be made. */
  readonly line: number | null;
  readonly text: string;
  /** Only where it stands: the pieces behind it are by the same speaker. */
  readonly label: string | null;
  /** Whether somebody unknown begins to speak here: `>>` in captions. */
  readonly isNewVoice?: boolean;
  /** Seconds. */
  readonly time: number | null;
  readonly kind: UtteranceKind;
  /** Of a heading: 1 to 6. */
  readonly level: number | null;
}

/** What a file says about itself, outside of what is spoken. */
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
  /** What stands for the name in front of what is said: `TO`. */
  readonly abbreviation: string | null;
  readonly org: string | null;
}

export interface ReadDamage {
  readonly kind: DamageKind;
  readonly line: number | null;
  readonly found: string;
}

export const NO_FACTS: Facts = { title: null, date: null, lang: null, host: null, speakers: [] };

/** A piece of speech, or a sound; `rest` says what is not as usual. */
export function speech(text: string, rest: Partial<Piece> = {}): Piece {
  const kind = isSound(text) ? 'matter' : 'speech';
  return { line: null, text, label: null, time: null, kind, level: null, ...rest };
}

const SOUND = /^(?:[[(（【]\s*[^[\](（)）【】:：]{1,30}\s*[\])）】]|[♪♫\s]+)$/u;

/** Whether a text is no speech but a sound: `[Music]`, `(laughter)`, `[掌声]`. */
export function isSound(text: string): boolean {
  return SOUND.test(text);
}

/** `12:03`, `1:02:03.5`, `00:01,250` in seconds; null for what is no time. */
export function secondsOf(time: string): number | null {
  const parts = time.replace(',', '.').split(':').map(Number);
  if (parts.length < 2 || parts.length > 3 || parts.some(Number.isNaN)) return null;
  return parts.reduce((sum, part) => sum * 60 + part, 0);
}

/** A time as it stands in transcripts: hours are optional, a fraction is too. */
export const TIME = String.raw`(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?`;
