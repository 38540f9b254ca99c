import { didYouMean, type FindingTable, shorten } from './message.ts';

/** About the values of front matter; for its syntax see yaml-messages.ts. */
export const FRONT_MATTER_FINDINGS = {
  'unknown-key': {
    severity: 'error',
    say: ({
      key,
      suggestion,
      known,
    }: {
      key: string;
      suggestion: string | null;
      known: readonly string[];
    }) => ({
      what: `There is no field "${key}" here.${didYouMean(suggestion)}`,
      why: 'It would be silently ignored.',
      fix: `Known fields: ${known.join(', ')}.`,
    }),
  },
  'missing-field': {
    severity: 'error',
    say: ({ field, example }: { field: string; example: string }) => ({
      what: `The field "${field}" is missing.`,
      why: 'A slide needs it.',
      fix: `Add a line such as "${field}: ${example}".`,
    }),
  },
  'empty-field': {
    severity: 'error',
    say: ({ field }: { field: string }) => ({
      what: `${field.includes('.') ? fieldName(field) : `The field "${field}"`} is empty.`,
      why: 'A slide would have a gap there.',
      fix: 'Write a value after the colon, in double quotes if it begins with "#" or "&"; or delete the line if the field is optional.',
    }),
  },
  'wrong-type': {
    severity: 'error',
    say: ({ field, expected, found }: { field: string; expected: string; found: string }) => ({
      what: `${fieldName(field)} should be ${expected}, but is ${found}.`,
      why: 'It cannot be shown as it is.',
      fix: rightType(field, expected, found),
    }),
  },
  'invalid-date': {
    severity: 'error',
    say: ({ value, field }: { field: string; value: string }) => ({
      what: `"${value}" is not a date.`,
      why: `"${field}" is shown on every cover.`,
      fix: 'Write year, month and day: 2024-05-31; for several days, the first and the last: 2024-05-31/06-01.',
    }),
  },
  'invalid-time': {
    severity: 'error',
    say: ({ field, value }: { field: string; value: string }) =>
      field === 'duration'
        ? {
            what: `"${value}" is not a duration.`,
            why: 'The programme shows it, and overlapping talks are found by it.',
            fix: 'Write the number of minutes, such as 20: at least one, and less than a day.',
          }
        : {
            what: `"${value}" is not a time of day.`,
            why: 'The programme shows it.',
            fix: 'Write hours and minutes, from 0:00 to 23:59: 19:10.',
          },
  },
  'time-overlap': {
    severity: 'error',
    say: ({ title, time, other, from, until }: Overlap) => ({
      what: `"${title}" begins at ${time}, and "${other}" is ${until === null ? `at ${from}, too` : `from ${from} to ${until}`}.`,
      why: 'Nobody can be in two places at once, as the programme would promise.',
      fix: 'Move or shorten one of them; or give each of the parallel talks a "track".',
    }),
  },
  'day-outside': {
    severity: 'error',
    say: ({ day, days }: { day: string; days: string | null }) => ({
      what:
        days === null
          ? `${day} is a day, but event.md has no "date".`
          : `${day} is not a day of the meetup, which is ${days}.`,
      why: 'The programme is divided by the days of the meetup.',
      fix: 'Write a day of the meetup; event.md gives its first and last day: "date: 2026-05-01/02".',
    }),
  },
  'invalid-lang': {
    severity: 'error',
    say: ({ value }: { value: string }) => ({
      what: `"${value}" is not a language tag.`,
      why: "It determines line breaks, fonts and the deck's own words.",
      fix: 'Write "zh-CN", "en" or another tag such as "ja".',
    }),
  },
  'no-labels': {
    severity: 'warning',
    say: ({
      lang,
      known,
      missing,
    }: {
      lang: string;
      known: readonly string[];
      /** Names of labels that are missing. */
      missing: readonly string[];
    }) => ({
      what: `Decks have no words of their own in "${lang}".`,
      why: 'Headings such as "Questions" and words such as "Host" are shown in English.',
      fix: `Write them in "labels" of event.md: ${missing.join(', ')}. Built in are ${known.join(', ')}.`,
    }),
  },
  'invalid-url': {
    severity: 'error',
    say: ({ value }: { value: string }) => ({
      what: `"${value}" is not an address that a link can lead to.`,
      why: 'The QR code would open nothing.',
      fix: 'Write the whole address with https://, or an e-mail address (ada@example.org).',
    }),
  },
  'long-link': {
    severity: 'warning',
    say: ({ bytes, most }: { bytes: number; most: number }) => ({
      what: `This address has ${bytes} characters; a QR code that can be read from the back row has at most ${most}.`,
      why: 'The longer it is, the smaller the squares of the code.',
      fix: 'Use a shorter address for the same page: without the part after "?", or a redirect of your own.',
    }),
  },
  'wrong-choice': {
    severity: 'error',
    say: ({
      value,
      field,
      suggestion,
      known,
    }: {
      field: string;
      value: string;
      suggestion: string | null;
      known: readonly string[];
    }) => ({
      what: `"${value}" is not a valid choice for ${fieldName(field)}.${didYouMean(suggestion)}`,
      why: 'It determines how the decks look or behave, or what advice is given; any other word has no effect.',
      fix: `Write one of these: ${known.join(', ')}.${field === 'theme' ? OWN_THEME : ''}`,
    }),
  },
  'invalid-color': {
    severity: 'error',
    say: ({ value }: { field: string; value: string }) => ({
      what: `"${value}" is not a colour.`,
      why: 'It would be ignored, and the slides would not look the way you want.',
      fix: 'Write # and three or six digits 0-9 a-f, in double quotes: "#0b5cad".',
    }),
  },
  'low-contrast': {
    severity: 'error',
    say: ({
      field,
      needed,
      paper,
      color,
      ratio,
      better,
    }: {
      field: string;
      color: string;
      paper: string;
      /** WCAG 2 contrast, rounded down to a tenth. */
      ratio: number;
      needed: number;
      better: 'darker' | 'lighter' | 'other paper';
    }) => ({
      what: `${fieldName(field)} needs a contrast of ${needed} to 1 on ${paper}; ${color} has ${ratio}.`,
      why: 'It could not be read from the last row, or on a weak projector.',
      fix:
        better === 'other paper'
          ? 'Set "ink" as well, or choose another theme: "quiet" and "vivid" are light, "bold" is dark.'
          : `Choose a ${better} colour.`,
    }),
  },
  'font-unusable': {
    severity: 'error',
    say: ({ src, reason }: { src: string; reason: string }) => ({
      what: `The font ${src} cannot be used: ${reason}.`,
      why: 'The slides would be set in another font, and break their lines elsewhere.',
      fix: 'Put a WOFF2, WOFF, TTF or OTF file into content/assets/ and name it here, or delete the line.',
    }),
  },
  'unknown-person': {
    severity: 'error',
    say: ({ name, suggestion, signs, several, known }: UnknownPerson) => ({
      what: `"${name}" is neither a speaker nor the host, nor listed in "people" in event.md.${meantPerson(suggestion, signs, several)}`,
      why: 'People are found by their exact name; this answer would belong to nobody.',
      fix:
        several.length > 0
          ? `Write a heading for each, with what they said below it: ${several.map((each) => `"### ${each}"`).join(', ')}. In "askedTo", several are a list.`
          : suggestion !== null
            ? `Write "${suggestion}"${signs.length > 0 ? ', as "check --fix" does' : ''}. If it is somebody else, add them to "people" in event.md, or say who it is here: "${introduced(name)}".`
            : `${known.length > 0 ? `Write one of these names alone: ${known.join(', ')}. ` : ''}Others are listed in "people" in event.md; or say who it is here: "${introduced(name)}".`,
    }),
  },
  'duplicate-person': {
    severity: 'error',
    say: ({ name, list }: { name: string; list: string }) => ({
      what: `${name} is in "${list}" twice.`,
      why: 'A slide would show one person twice; people are found by their names.',
      fix: 'Delete one of the two; if they are two people, make their names differ.',
    }),
  },
  'similar-person': {
    severity: 'warning',
    say: ({ name, other, file, line }: SimilarPerson) => ({
      what: `"${name}" looks like "${other}" in ${file}:${line}, but is a different name.`,
      why: 'People are told apart by their exact names: the decks show two, each in their own colour.',
      fix: 'Spell the name one way; if they are two people, add something that tells them apart.',
    }),
  },
  'person-differs': {
    severity: 'error',
    say: ({ name, field, value, other, file, line }: PersonDifference) => ({
      what: `"${field}" of ${name} is "${value}" here and "${other}" in ${file}:${line}.`,
      why: 'A person is the same in all decks; one of the two values would not be shown.',
      fix: 'Write the same in both places, or leave one of them out; if they are two people, make their names differ.',
    }),
  },
  'field-misplaced': {
    severity: 'error',
    say: ({ field }: { field: 'speaker' | 'reading' | 'role' | 'org' | 'portrait' | 'accent' }) => ({
      what: `"${field}" is next to "speakers".`,
      why: 'It would belong to nobody: with several speakers, each has their own fields.',
      fix:
        field === 'speaker'
          ? 'Write the name as one more item of "speakers", or delete one of the two fields.'
          : `Write it below the name of the person it is about: "  - name: Ada", and on the next line "    ${field}: …".`,
    }),
  },
  'markup-in-field': {
    severity: 'error',
    /** `right`: the text without the markup; null if that would change what it says. */
    say: ({ text, field, meant, right }: FieldMarkupArgs) => ({
      what: `${shorten(text)} in "${field}" is ${FIELD_MARKUP[meant].name}, and fields are plain text.`,
      why: 'It would be shown as typed, signs included.',
      fix: `${right === null ? FIELD_MARKUP[meant].fix : `Write ${shorten(right)}.`} "allow: [markup-in-field]" in event.md shows it as it is.`,
    }),
  },
} as const satisfies FindingTable;

function rightType(field: string, expected: string, found: string): string {
  if (found === 'a list' && field === 'speaker')
    return 'Call the field "speakers": each item there is a name, or has its own "name", "role" and "org".';
  if (found === 'a list' && field === 'host') return 'Write one name here; list co-hosts in "people".';
  if (expected !== 'text') return `Write ${expected}.`;
  return found === 'a list'
    ? 'Write one text; put text that really begins with a bracket in double quotes: "[1] and more".'
    : 'Write text in double quotes: YAML reads it as something else.';
}

interface SimilarPerson {
  readonly name: string;
  readonly other: string;
  /** Position of the other one. */
  readonly file: string;
  readonly line: number;
}

interface UnknownPerson {
  readonly name: string;
  readonly suggestion: string | null;
  /** If the suggestion reads the same, the signs that differ. */
  readonly signs: readonly { readonly here: string; readonly there: string }[];
  /** Several known people whom the text seems to name. */
  readonly several: readonly string[];
  readonly known: readonly string[];
}

function meantPerson(
  suggestion: string | null,
  signs: UnknownPerson['signs'],
  several: readonly string[],
): string {
  if (several.length > 0) return ` Did you mean ${several.map((each) => `"${each}"`).join(' and ')}?`;
  if (suggestion === null || signs.length === 0) return didYouMean(suggestion);
  const differing = signs.map(({ here, there }) => `${signName(there)}, not ${signName(here)}`).join('; ');
  return ` Did you mean "${suggestion}"? It has ${differing}.`;
}

function signName(sign: string): string {
  return sign === ' ' ? 'a space' : /^\s$/.test(sign) ? 'a no-break space' : sign;
}

/** Slidev's themes lack the layouts that our slides need, and would drop their content. */
const OWN_THEME =
  " Slidev's themes cannot be named here: they lack the layouts of these slides. For a look of your own, make a folder templates/theme/, beginning with a copy of node_modules/talkdeck/templates/theme/; colours, fonts and a logo are fields of event.md.";

/** A name with a description, in its script's brackets. */
function introduced(name: string): string {
  const bare = name.replace(/ *[\uFF08(].*$/, '');
  return /\p{Script=Han}$/u.test(bare) ? `${bare}\uFF08\u89C2\u4F17\uFF09` : `${bare} (audience)`;
}

interface Overlap {
  readonly title: string;
  readonly time: string;
  readonly other: string;
  readonly from: string;
  /** Null if no duration is given. */
  readonly until: string | null;
}

interface PersonDifference {
  readonly name: string;
  readonly field: string;
  readonly value: string;
  /** The other value of the field, and its position. */
  readonly other: string;
  readonly file: string;
  readonly line: number;
}

function fieldName(field: string): string {
  if (field === '') return 'The front matter';
  const [, list, index, part] = /^(.+)\.(\d+)(?:\.(\w+))?$/.exec(field) ?? [];
  if (list === undefined) return `"${field}"`;
  const item = `tem ${Number(index) + 1} of "${list}"`;
  return part === undefined ? `I${item}` : `"${part}" in i${item}`;
}

interface FieldMarkupArgs {
  readonly text: string;
  readonly field: string;
  readonly meant: FieldMarkup;
  readonly right: string | null;
}

/** Markdown in the text of a field. */
export type FieldMarkup =
  | 'bold'
  | 'italic'
  | 'highlight'
  | 'strike'
  | 'code'
  | 'link'
  | 'image'
  | 'formula'
  | 'footnote'
  | 'subscript'
  | 'superscript'
  | 'emoji'
  | 'entity'
  | 'escape'
  | 'heading'
  | 'comment'
  | 'tag';

const WITHOUT = 'Write it without the signs.';

/** What it is, and what to write if the markup cannot simply be removed. */
const FIELD_MARKUP: Readonly<Record<FieldMarkup, { readonly name: string; readonly fix: string }>> = {
  bold: { name: 'bold text', fix: WITHOUT },
  italic: { name: 'italic text', fix: WITHOUT },
  highlight: { name: 'marked text', fix: WITHOUT },
  strike: { name: 'struck out', fix: 'Leave out what is struck, and the signs.' },
  code: { name: 'code', fix: WITHOUT },
  link: {
    name: 'a link',
    fix: 'Write its words alone, and put the address into "links", or into the text below the front matter.',
  },
  image: {
    name: 'a picture',
    fix: 'Delete it, and show the picture in a section; a cover has "cover" and "portrait".',
  },
  formula: { name: 'a formula', fix: 'Say it in words, and show the formula in a section.' },
  footnote: { name: 'a footnote', fix: 'Delete it, and put what it says into a section.' },
  subscript: { name: 'a subscript', fix: WITHOUT },
  superscript: { name: 'a superscript', fix: WITHOUT },
  emoji: { name: 'an emoji by its name', fix: 'Write the emoji itself.' },
  entity: { name: 'an HTML entity', fix: 'Write the character itself.' },
  escape: { name: 'an escaped character', fix: 'Delete the backslash.' },
  heading: { name: 'a heading', fix: 'Delete the number signs.' },
  comment: { name: 'a comment', fix: 'Delete it; speaker notes stand below the front matter.' },
  tag: { name: 'HTML', fix: 'Write its words without the tags.' },
};
