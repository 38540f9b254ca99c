import { type FindingTable, sentence } from './message.ts';

/** About the syntax of front matter. */
export const YAML_FINDINGS = {
  'front-matter-missing': {
    severity: 'error',
    say: () => ({
      what: 'The file does not begin with front matter.',
      why: 'Title, speaker and the like stand at the top, between two lines of three hyphens.',
      fix: 'Put "---" on the first line, then "key: value" lines, then "---" again.',
    }),
  },
  'front-matter-unclosed': {
    severity: 'error',
    say: () => ({
      what: 'The front matter that begins here is not closed.',
      why: 'Without a closing line the whole file would be read as front matter.',
      fix: 'Put a line of exactly "---" below the last "key: value" line.',
    }),
  },
  'front-matter-language': {
    severity: 'error',
    say: ({ language }: { language: string }) => ({
      what: `Front matter cannot be in "${language}".`,
      why: 'Only YAML is read; program code in front matter is never run.',
      fix: 'Write just "---" on the first line.',
    }),
  },
  'yaml-syntax': {
    severity: 'error',
    say: ({ reason }: { reason: string }) => ({
      what: `The front matter is not valid YAML: ${sentence(reason)}`,
      why: 'Nothing in the file can be used until it can be read.',
      fix: 'Write each field as "key: value" at the start of a line; put a value with a colon, "#", quotes or brackets in double quotes.',
    }),
  },
  'yaml-colon': {
    severity: 'error',
    /** What follows the key: only a colon, a full-width colon, or a colon with a no-break space. */
    say: ({ key, found }: { key: string; found: keyof typeof NO_COLON }) => ({
      what: `"${key}" must be followed by a plain colon and a plain space${NO_COLON[found].is}.`,
      why: 'Without them YAML reads the line as text.',
      fix: `Write "${key}: ..." with ":" and a space${found === 'none' ? '' : ', as "check --fix" does'}.`,
    }),
  },
  'yaml-stray': {
    severity: 'error',
    say: () => ({
      what: 'This line is not a field.',
      why: 'Each unindented line must be "name: value"; a longer value continues on indented lines.',
      fix: 'Indent it by two spaces if it belongs to the value above; otherwise give it a name, or close the front matter with "---".',
    }),
  },
  'yaml-unquoted': {
    severity: 'error',
    say: ({ text }: { text: string }) => ({
      what: `YAML cannot read ${text} without quotes.`,
      why: 'A colon followed by a space, and characters such as quotes, brackets, "*", "@" or "&" at the start, have a special meaning.',
      fix: isQuotedList(text)
        ? `For several values write a list: [${text.replaceAll(/\s+(?:and|&)\s+/g, ', ')}]; as one text it is ${quoted(text)}.`
        : `Write ${quoted(text)}`,
    }),
  },
  'yaml-quote': {
    severity: 'error',
    say: () => ({
      what: 'The quote that begins here is not closed on this line.',
      why: 'Everything after it would be read as part of the text.',
      fix: 'Put the same quote at the end of the value, or remove this one.',
    }),
  },
  'yaml-indent': {
    severity: 'error',
    say: () => ({
      what: 'This line is indented too far.',
      why: 'YAML reads an indented line as part of the line above it.',
      fix: 'Begin a field without indentation, and align each item of a list with the first.',
    }),
  },
  'yaml-comment': {
    severity: 'warning',
    say: ({ text }: { text: string }) => ({
      what: `${text} is a comment in YAML, not part of the value.`,
      why: 'After a space, "#" begins a comment; the text would be missing from the slide.',
      fix: 'Put the whole value in double quotes; or move the comment to its own line.',
    }),
  },
  'yaml-tab': {
    severity: 'error',
    say: () => ({
      what: 'A tab is used for indentation.',
      why: 'YAML allows only spaces there.',
      fix: 'Replace the tab with two spaces.',
    }),
  },
  'duplicate-key': {
    severity: 'error',
    say: ({ key }: { key: string }) => ({
      what: `"${key}" is here a second time.`,
      why: 'Only one of the two values could be used.',
      fix: 'Delete one of them.',
    }),
  },
} as const satisfies FindingTable;

const NO_COLON = {
  none: { is: '' },
  wide: { is: '; this colon is from a Chinese keyboard (\uFF1A)' },
  'no-break': { is: '; this is a no-break space, which Option and the space bar type on a Mac' },
} as const;

/** Several quoted texts, as in `"Ada", "Ben"`. */
export function isQuotedList(text: string): boolean {
  return /^(?:"[^"]*"|'[^']*')(?:\s*,\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+)(?:(?:"[^"]*"|'[^']*')(?:\s*,\s*|\s+(?:and|&)\s+|$))+$/.test(
    text,
  );
}

/** A quoted YAML value, in double quotes if that needs no escaping. */
export function quoted(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}
