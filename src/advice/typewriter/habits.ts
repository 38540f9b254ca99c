import { writingOf } from '../text/writing.ts';

/** Double and single quotes, opening and closing. */
export type QuoteSigns = readonly [string, string, string, string];

/** Typographic conventions of a language; null where usage differs. */
export interface Habits {
  readonly quotes: QuoteSigns | null;
  /** Words that contain an apostrophe. */
  readonly apostrophes: RegExp | null;
  /** Between words, with spaces around it; `Chinese` is two dashes without spaces. */
  readonly dash: '\u2013' | '\u2014' | 'Chinese' | null;
  /** Whether ranges of numbers use an en dash. */
  readonly hasRanges: boolean;
  readonly dots: 'Latin' | 'Chinese' | null;
}

/** @param lang BCP 47; its region and script count: Swiss German, Traditional Chinese */
export function habitsOf(lang: string): Habits {
  const writing = writingOf(lang);
  // Japanese and Korean have several conventions.
  if (writing === 'mixed') return NONE;
  const { language, script, region } = new Intl.Locale(lang).maximize();
  if (writing === 'Chinese') return { ...CHINESE, quotes: script === 'Hans' ? CURLY : null };
  const habits = { ...LATIN, ...HABITS[language] };
  return language === 'de' && (region === 'CH' || region === 'LI') ? { ...habits, quotes: SWISS } : habits;
}

const CURLY: QuoteSigns = ['\u201C', '\u201D', '\u2018', '\u2019'];
const GERMAN: QuoteSigns = ['\u201E', '\u201C', '\u201A', '\u2018'];
const SWISS: QuoteSigns = ['\u00AB', '\u00BB', '\u2039', '\u203A'];

const NONE: Habits = { quotes: null, apostrophes: null, dash: null, hasRanges: false, dots: null };
const LATIN: Habits = { ...NONE, dots: 'Latin' };

/** Contractions and genitives only: `Xi'an` and `Ng'ang'a` are left as spelled. */
const ENGLISH = /^(?:(?:\p{L}+|\d+(?=.s$))'(?:s|t|re|ve|ll|d|m)|o'clock)$/iu;
const GERMAN_WORD = /^\p{L}{2,}'(?:s|n|ne|nen|m)$/iu;
const DUTCH = /^\p{L}{2,}'s$/iu;
/** After words that lose their vowel; not `D'Angelo` and `L'Oréal`. */
const FRENCH =
  /^(?!\p{Lu}'\p{Lu})(?:[CDJLMNSTcdjlmnst]|[Qq]u|(?:[Jj]us|[Ll]ors|[Pp]uis|[Qq]uoi|quel|pres)qu|[Aa]ujourd)'\p{L}+$/u;
const ITALIAN =
  /^(?!\p{Lu}'\p{Lu})(?:[CDLMNSTVcdlmnstv]|(?:[Aa]|[Dd]a|[Dd]e|[Nn]e|[Ss]u|[Qq]ue|be)ll|[Uu]n|(?:nes|cias|qual|alc)c?un|[Qq]uest|[Aa]nch|[Dd]ov|[Cc]om|[Tt]utt)'\p{L}+$/u;

/** No ranges: GB/T 15834 uses a full-width tilde or a one-em dash, not the en dash. */
const CHINESE: Habits = { ...NONE, apostrophes: ENGLISH, dash: 'Chinese', dots: 'Chinese' };
const NORTHERN: Partial<Habits> = { dash: '\u2013', hasRanges: true };
const EASTERN: Partial<Habits> = { dash: '\u2014' };

const HABITS: Readonly<Record<string, Partial<Habits>>> = {
  en: { ...NORTHERN, quotes: CURLY, apostrophes: ENGLISH },
  de: { ...NORTHERN, quotes: GERMAN, apostrophes: GERMAN_WORD },
  nl: { ...NORTHERN, quotes: CURLY, apostrophes: DUTCH },
  sv: NORTHERN,
  da: NORTHERN,
  nb: NORTHERN,
  nn: NORTHERN,
  no: NORTHERN,
  fi: NORTHERN,
  pl: NORTHERN,
  cs: NORTHERN,
  sk: NORTHERN,
  fr: { hasRanges: true, apostrophes: FRENCH },
  it: { ...NORTHERN, apostrophes: ITALIAN },
  ru: EASTERN,
  uk: EASTERN,
  be: EASTERN,
};
