import { writingOf } from '../text/writing.ts';

/** Double and single ones, opening and closing. */
export type QuoteSigns = readonly [string, string, string, string];

/** What print in a language has for signs of a typewriter; null where people differ, and nothing is sure. */
export interface Habits {
  readonly quotes: QuoteSigns | null;
  /** Words with an apostrophe within. */
  readonly apostrophes: RegExp | null;
  /** Between words, with spaces around it; `Chinese` is two dashes without any. */
  readonly dash: '\u2013' | '\u2014' | 'Chinese' | null;
  /** Whether an en dash stands between the numbers of a range. */
  readonly hasRanges: boolean;
  readonly dots: 'Latin' | 'Chinese' | null;
}

/** @param lang BCP 47; its region and script count: Swiss German, Traditional Chinese */
export function habitsOf(lang: string): Habits {
  const writing = writingOf(lang);
  // Japanese and Korean have several habits.
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

/** Contractions and genitives only: `Xi'an` and `Ng'ang'a` are spelt as their people spell them. */
const ENGLISH = /^(?:(?:\p{L}+|\d+(?=.s$))'(?:s|t|re|ve|ll|d|m)|o'clock)$/iu;
const GERMAN_WORD = /^\p{L}{2,}'(?:s|n|ne|nen|m)$/iu;
const DUTCH = /^\p{L}{2,}'s$/iu;
/** Behind words that lose their vowel; not `D'Angelo` and `L'Oréal`. */
const FRENCH =
  /^(?!\p{Lu}'\p{Lu})(?:[CDJLMNSTcdjlmnst]|[Qq]u|(?:[Jj]us|[Ll]ors|[Pp]uis|[Qq]uoi|quel|pres)qu|[Aa]ujourd)'\p{L}+$/u;
const ITALIAN =
  /^(?!\p{Lu}'\p{Lu})(?:[CDLMNSTVcdlmnstv]|(?:[Aa]|[Dd]a|[Dd]e|[Nn]e|[Ss]u|[Qq]ue|be)ll|[Uu]n|(?:nes|cias|qual|alc)c?un|[Qq]uest|[Aa]nch|[Dd]ov|[Cc]om|[Tt]utt)'\p{L}+$/u;

/** No ranges: GB/T 15834 has a full-width wave or a dash of one character, not the en dash. */
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
