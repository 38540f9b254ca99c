import { counted } from '../../base/text.ts';
import { didYouMean, type FindingTable, shorten } from './message.ts';

export const MARKUP_FINDINGS = {
  'empty-body': {
    severity: 'error',
    say: ({ expected }: { expected: string }) => ({
      what: 'There is nothing below the front matter.',
      why: 'The deck would have no content.',
      fix: `Add a section: a line "${expected}..." and text below it.`,
    }),
  },
  'text-before-section': {
    severity: 'error',
    say: ({ expected }: { expected: string }) => ({
      what: 'This text stands above the first heading.',
      why: `Each slide comes from a heading ("${expected}...") and what is below it.`,
      fix: `Put a line "${expected}..." above it.`,
    }),
  },
  'heading-level': {
    severity: 'error',
    say: ({ level, expected }: { level: number; expected: number }) => ({
      what: `A heading of level ${level} cannot stand here.`,
      why: `Each part begins with a heading of level ${expected}; the deck's title is in the front matter.`,
      fix: `Begin the line with "${'#'.repeat(expected)} ".`,
    }),
  },
  'empty-heading': {
    severity: 'error',
    say: () => ({
      what: 'This heading has no text.',
      why: 'The slide would have no title.',
      fix: 'Write it after the number signs.',
    }),
  },
  'footnote-unshown': {
    severity: 'error',
    say: ({ label, reason }: { label: string; reason: FootnoteFault }) => ({
      what: {
        unmarked: `No mark "[^${label}]" refers to this footnote.`,
        twice: `The footnote "[^${label}]" is there twice.`,
        empty: `The footnote "[^${label}]" says nothing.`,
        blocks: `The footnote "[^${label}]" is more than one paragraph of text.`,
      }[reason],
      why: 'It would be on no slide.',
      fix: {
        unmarked: `Write "[^${label}]" where it belongs, or delete it.`,
        twice: 'Give one of them another label, or delete it.',
        empty: 'Write its text on its line.',
        blocks: 'Write it as one paragraph, or as a section of its own.',
      }[reason],
    }),
  },
  'formula-malformed': {
    severity: 'error',
    say: ({ problem }: { problem: string }) => ({
      what: `The formula cannot be typeset: ${problem}.`,
      why: 'It would be shown on the slide as typed.',
      fix: 'Correct it. Put a backslash before a dollar sign that is not a formula: "\\$".',
    }),
  },
  'formula-too-wide': {
    severity: 'error',
    say: ({ width, most }: { width: number; most: number }) => ({
      what: `The formula is ${width} px wide in the smallest type; a slide has room for ${most} px.`,
      why: 'It would run over the edge of the slide.',
      fix: 'Break it into rows: "\\begin{aligned} a &= b \\\\ &= c \\end{aligned}", or into several formulas.',
    }),
  },
  'highlight-outside': {
    severity: 'warning',
    say: ({ range, first, last }: { range: string; first: number; last: number }) => ({
      what: `The code has lines ${first} to ${last}; ${range} should be highlighted.`,
      why: 'Nothing would be highlighted.',
      fix: 'Use line numbers that exist, counted from the first line below the fence.',
    }),
  },
  'empty-section': {
    severity: 'error',
    say: ({ title }: { title: string }) => ({
      what: `The section "${title}" has no content.`,
      why: 'There would be nothing to show.',
      fix: 'Write something below the heading, or delete the heading. In a talk, a heading without a kind makes its own slide.',
    }),
  },
  'empty-part': {
    severity: 'error',
    say: ({ part }: { part: 'code fence' | 'list item' | 'quote' }) => ({
      what: `This ${part} is empty.`,
      why: `The slide would show ${{ 'code fence': 'a grey box', 'list item': 'a bullet', quote: 'a rule' }[part]} and no words.`,
      fix: 'Write something there, or delete it.',
    }),
  },
  'unknown-kind': {
    severity: 'error',
    say: ({
      kind,
      suggestion,
      known,
    }: {
      kind: string;
      suggestion: string | null;
      known: readonly string[];
    }) => ({
      what: `There is no slide kind "${kind}".${didYouMean(suggestion)}`,
      why: 'The kind determines how the section is shown.',
      fix: `Known kinds: ${known.join(', ')}. Without a kind, the Markdown determines it.`,
    }),
  },
  'kind-mismatch': {
    severity: 'error',
    say: ({
      kind,
      needs,
      isWhole,
      found,
    }: {
      kind: string;
      needs: string;
      /** Whether no paragraph may precede or follow it. */
      isWhole: boolean;
      found: string;
    }) => ({
      what: `A slide of kind "${kind}" needs ${needs}, but here is: ${found}.`,
      why: 'It could not be shown that way.',
      fix: `Write ${needs}${isWhole ? '' : ', with at most a paragraph above and one below'}, or delete "{.${kind}}".`,
    }),
  },
  'unknown-option': {
    severity: 'error',
    say: ({ kind, option, known }: { kind: string; option: string; known: readonly string[] }) => ({
      what: `A slide of kind "${kind}" has no ".${option}".`,
      why: 'It would change nothing.',
      fix:
        known.length > 0
          ? `Delete it, or write ${known.map((each) => `"{.${kind} .${each}}"`).join(' or ')}.`
          : 'Delete it: that kind of slide has no options.',
    }),
  },
  'log-of-zero': {
    severity: 'error',
    say: ({ text }: { text: string }) => ({
      what: `${text} cannot be shown on a logarithmic scale.`,
      why: 'Such a scale begins above zero.',
      fix: 'Leave this row out, or use the ordinary scale: delete ".log".',
    }),
  },
  'marker-misplaced': {
    severity: 'error',
    say: ({ kind }: { kind: string }) => ({
      what: `"{.${kind}}" does nothing on this heading.`,
      why: 'Only the "## " headings of a talk or of event.md become slides with a kind.',
      fix: 'Delete it, or make the heading a section of its own.',
    }),
  },
  'not-a-number': {
    severity: 'error',
    say: ({ text, problem = 'text' }: { text: string; problem?: keyof typeof NO_AMOUNT }) => ({
      what: text === '' ? 'A cell of this row is empty.' : `"${text}" ${NO_AMOUNT[problem].is}.`,
      why: 'A chart is drawn of the numbers in its table.',
      fix: NO_AMOUNT[problem].fix,
    }),
  },
  'ambiguous-number': {
    severity: 'error',
    say: ({ text }: { text: string }) => ({
      what: `"${text}" may be in thousands or have a decimal fraction.`,
      why: 'Its bar would be a thousand times too long or too short.',
      fix: `Write ${text.replaceAll(/[.,]/g, '')} for thousands, or for fractions the same number of decimals in each cell of the column.`,
    }),
  },
  'unclosed-comment': {
    severity: 'error',
    say: () => ({
      what: 'The comment that begins here is never closed.',
      why: 'Everything up to the end of the next comment, or of the file, would become speaker notes.',
      fix: 'Write "-->" at its end.',
    }),
  },
  'unclosed-fence': {
    severity: 'error',
    say: () => ({
      what: 'The code fence that begins here is never closed.',
      why: 'Everything after it would be shown as code.',
      fix: 'Close it with a line of the same characters (```).',
    }),
  },
  'markup-malformed': {
    severity: 'error',
    say: ({ text, meant }: { text: string; meant: MeantMarkup }) => ({
      what: `${shorten(text)} looks like ${MARKUP[meant].name}, but is read as text.`,
      why: 'It would be shown on the slide as typed.',
      fix: /^\S*[^\S \t]/.test(text)
        ? 'Replace the no-break space, which Option and the space bar type on a Mac, with a plain one; "check --fix" does.'
        : `${MARKUP[meant].fix}${backslash(text)}`,
    }),
  },
  'extra-cells': {
    severity: 'error',
    /** `text` is the first cell without a column. */
    say: ({ cells, columns, text }: { cells: number; columns: number; text: string }) => ({
      what: `This row has ${counted(cells, 'cell')}, and its table has ${counted(columns, 'column')}.`,
      why: `Markdown drops cells without a column: ${shorten(text)} would not be on the slide.`,
      fix: 'Add a column to the table\'s first two lines, or write "\\|" where the bar is text.',
    }),
  },
  'link-not-allowed': {
    severity: 'warning',
    say: ({ href }: { href: string }) => ({
      what: `The link to "${href}" is shown as text.`,
      why: 'Links lead to http:, https: or mailto: addresses, or to a slide of this deck ("#its title").',
      fix: 'Write the whole address with https://, or remove the link.',
    }),
  },
  'link-target-missing': {
    severity: 'warning',
    say: ({ href, suggestion }: { href: string; suggestion: string | null }) => ({
      what: `No section here is called "${href.slice(1)}".${didYouMean(suggestion)}`,
      why: 'The link is shown as text.',
      fix: 'Write "#" and the exact heading of a section of this file: "[later](#How it went on)".',
    }),
  },
} as const satisfies FindingTable;

/** What somebody may have meant by text that is almost Markdown. */
export type MeantMarkup =
  | 'heading'
  | 'list'
  | 'numbered list'
  | 'quote'
  | 'table'
  | 'code fence'
  | 'comment'
  | 'image'
  | 'link'
  | 'bold text'
  | 'kind';

/** How to correct near-Markdown text. */
const MARKUP: Readonly<Record<MeantMarkup, { readonly name: string; readonly fix: string }>> = {
  heading: { name: 'a heading', fix: 'Put a space after plain number signs: "## Title".' },
  list: { name: 'a list', fix: 'Begin each item with a hyphen and a space: "- item".' },
  'numbered list': {
    name: 'a numbered list',
    fix: 'Begin each item with a number, a full stop and a space: "1. item".',
  },
  quote: { name: 'a quote', fix: 'Begin the line with a plain ">" and a space.' },
  table: {
    name: 'a table',
    fix: 'Write plain "|" signs, and below the header a line such as "|---|---|" with as many cells.',
  },
  'code fence': { name: 'a code fence', fix: 'Write three backticks: "```".' },
  comment: {
    name: 'a speaker note',
    fix: 'Put notes on their own lines, from "<!--" at the start of a line to "-->" at the end of one.',
  },
  image: {
    name: 'an image',
    fix: 'Write ![description](../assets/file.png) with plain characters, and "%20" for a space in the path.',
  },
  link: {
    name: 'a link',
    fix: 'Write it with plain brackets, and "%20" for each space in the address, as "check --fix" does: "[text](https://example.org/two%20words)".',
  },
  'bold text': {
    name: 'bold text',
    fix: 'Write **text** without spaces inside the asterisks; next to a quote or bracket at its edge, put a space outside.',
  },
  kind: {
    name: 'a slide kind',
    fix: 'Write it with plain characters at the very end of the heading: "## Title {.stats}".',
  },
};

/** Markdown removes backslashes only before ASCII punctuation. */
function backslash(text: string): string {
  return /^[!-/:-@[-`{-~]/.test(text) ? ' If it is meant as text, put a backslash before it.' : '';
}

/** Why a cell gives a bar no length, and what to write instead. */
const NO_AMOUNT = {
  text: {
    is: 'is not a number',
    fix: 'Write digits only, such as 1700; put the unit in the column\'s header: "参数(亿)".',
  },
  range: {
    is: 'is a range, not a single length',
    fix: 'Write one number, such as the middle or the maximum, or make it a plain table: "{.table}".',
  },
  date: {
    is: 'is a date, not an amount',
    fix: 'Write an amount; for events over time, use a list of dates: "{.timeline}".',
  },
  unit: {
    is: 'has a different unit from the rest of its column',
    fix: 'Write all bars in the same unit, and put it in the column\'s header: "Share (%)".',
  },
} as const;

type FootnoteFault = 'unmarked' | 'twice' | 'empty' | 'blocks';
