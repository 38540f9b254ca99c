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
    /** `line` of the first heading that begins a section of a talk; null if the level is fixed. */
    say: ({ level, expected, line }: { level: number; expected: number; line: number | null }) => ({
      what: `A heading of level ${level} cannot stand here.`,
      why:
        line === null
          ? `Each part begins with a heading of level ${expected}; the title of the deck is in the front matter.`
          : `The heading in line ${line} is of level ${expected}, so that sections begin there, and this one stands above them.`,
      fix:
        line === null
          ? `Begin the line with "${'#'.repeat(expected)} ".`
          : `Give both as many number signs: each heading of level ${expected} begins a slide, deeper ones stand on it.`,
    }),
  },
  'empty-heading': {
    severity: 'error',
    say: () => ({
      what: 'This heading has no text.',
      why: 'The slide would have no title.',
      fix: 'Write one behind the number signs.',
    }),
  },
  'empty-section': {
    severity: 'error',
    say: ({ title }: { title: string }) => ({
      what: `The section "${title}" has no content.`,
      why: 'There would be nothing to show.',
      fix: 'Write something below the heading, or delete the heading. In a talk, a heading without a kind makes a slide of its own.',
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
      what: `There is no kind of slide "${kind}".${didYouMean(suggestion)}`,
      why: 'The kind decides how the section is shown.',
      fix: `Known kinds: ${known.join(', ')}. Without a kind, the Markdown decides.`,
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
      why: 'It could not be shown in that way.',
      fix: `Write ${needs}${isWhole ? '' : ', with at most a paragraph above and one below'}, or delete "{.${kind}}".`,
    }),
  },
  'unknown-option': {
    severity: 'error',
    say: ({ kind, option }: { kind: string; option: string }) => ({
      what: `A slide of kind "${kind}" has no ".${option}".`,
      why: 'It would change nothing.',
      fix: 'Delete it. Only bars have an option: "{.bars .log}", a logarithmic scale.',
    }),
  },
  'log-of-zero': {
    severity: 'error',
    say: ({ text }: { text: string }) => ({
      what: `${text} has no place on a logarithmic scale.`,
      why: 'Such a scale begins above zero.',
      fix: 'Leave this row out, or use the ordinary scale: "{.bars}".',
    }),
  },
  'marker-misplaced': {
    severity: 'error',
    say: ({ kind }: { kind: string }) => ({
      what: `"{.${kind}}" does nothing on this heading.`,
      why: 'Only the "## " headings of a talk or of event.md become slides of a kind.',
      fix: 'Delete it, or make the heading a section of its own.',
    }),
  },
  'not-a-number': {
    severity: 'error',
    say: ({ text, problem = 'text' }: { text: string; problem?: keyof typeof NO_AMOUNT }) => ({
      what: text === '' ? 'A cell of this row is empty.' : `"${text}" ${NO_AMOUNT[problem].is}.`,
      why: 'The second column of a bar chart gives the length of the bar.',
      fix: NO_AMOUNT[problem].fix,
    }),
  },
  'ambiguous-number': {
    severity: 'error',
    say: ({ text }: { text: string }) => ({
      what: `"${text}" may be a number of thousands or one with a fraction.`,
      why: 'Its bar would be a thousand times too long or too short.',
      fix: `Write ${text.replaceAll(/[.,]/g, '')} for thousands, or as many decimals in each cell of the column for fractions.`,
    }),
  },
  'unclosed-comment': {
    severity: 'error',
    say: () => ({
      what: 'The comment that begins here is never closed.',
      why: 'What follows, up to the end of the next comment or of the file, would become speaker notes.',
      fix: 'Write "-->" at its end.',
    }),
  },
  'unclosed-fence': {
    severity: 'error',
    say: () => ({
      what: 'The code fence that begins here is never closed.',
      why: 'All that follows would be shown as code.',
      fix: 'Put a line with the same signs (```) at its end.',
    }),
  },
  'markup-malformed': {
    severity: 'error',
    say: ({ text, meant }: { text: string; meant: MeantMarkup }) => ({
      what: `${shorten(text)} looks like ${MARKUP[meant].name}, but is read as text.`,
      why: 'It would be shown on the slide as it stands.',
      fix: `${MARKUP[meant].fix}${backslash(text)}`,
    }),
  },
  'extra-cells': {
    severity: 'error',
    /** `text` is the first cell without a column. */
    say: ({ cells, columns, text }: { cells: number; columns: number; text: string }) => ({
      what: `This row has ${cells} cells, and its table ${columns} columns.`,
      why: `Markdown drops what has no column: ${shorten(text)} would not be on the slide.`,
      fix: 'Give the table another column in its first two lines, or write "\\|" where the bar is text.',
    }),
  },
  'image-missing': {
    severity: 'error',
    say: ({ src }: { src: string }) => ({
      what: `There is no image ${src}.`,
      why: 'The slide would break.',
      fix: 'Put the file there, or mend the path: it is relative to this file, or to content/ with a leading "/".',
    }),
  },
  'image-unreadable': {
    severity: 'error',
    say: ({ src, reason }: { src: string; reason: string }) => ({
      what: `The image ${src} cannot be used: ${reason}.`,
      why: 'The slide would show a broken picture.',
      fix: 'Save it again as PNG, JPEG, WebP or SVG.',
    }),
  },
  'image-outside': {
    severity: 'error',
    say: ({ src }: { src: string }) => ({
      what: `The image ${src} lies outside of content/.`,
      why: 'A summary may show only what belongs to the meetup.',
      fix: 'Copy it into content/assets/.',
    }),
  },
  'image-active': {
    severity: 'error',
    /** `does`: from inspect-svg.ts; `line`: in the image's file. */
    say: ({ src, does, line }: { src: string; does: string; line: number }) => ({
      what: `The image ${src} does more than show: ${does} (its line ${line}).`,
      why: 'Opened by its address, as in "dev", it could run scripts or fetch files in the name of whoever looks.',
      fix: 'Export it again as plain SVG, with fonts and pictures embedded and text as text or paths, or as PNG.',
    }),
  },
  'image-remote': {
    severity: 'error',
    say: ({ src }: { src: string }) => ({
      what: `The image ${src} is on the network.`,
      why: 'On stage it may be gone, and nothing is fetched while building.',
      fix: 'Save it in content/assets/ and name it there.',
    }),
  },
  'link-not-allowed': {
    severity: 'warning',
    say: ({ href }: { href: string }) => ({
      what: `The link to "${href}" is shown as text.`,
      why: 'Links lead to http:, https: or mailto: addresses, or to a slide of this deck ("#its title").',
      fix: 'Write the whole address with https://, or take the link away.',
    }),
  },
  'link-target-missing': {
    severity: 'warning',
    say: ({ href, suggestion }: { href: string; suggestion: string | null }) => ({
      what: `No section here is called "${href.slice(1)}".${didYouMean(suggestion)}`,
      why: 'The link is shown as text.',
      fix: 'Write "#" and the exact heading of a section of this file.',
    }),
  },
} as const satisfies FindingTable;

/** What near-Markdown text may have been meant as. */
export type MeantMarkup =
  | 'heading'
  | 'list'
  | 'numbered list'
  | 'quote'
  | 'table'
  | 'code fence'
  | 'comment'
  | 'image'
  | 'bold text'
  | 'kind';

/** How to correct near-Markdown text. */
const MARKUP: Readonly<Record<MeantMarkup, { readonly name: string; readonly fix: string }>> = {
  heading: { name: 'a heading', fix: 'Put a blank behind plain number signs: "## Title".' },
  list: { name: 'a list', fix: 'Begin each item with a hyphen and a blank: "- item".' },
  'numbered list': {
    name: 'a numbered list',
    fix: 'Begin each item with a number, a full stop and a blank: "1. item".',
  },
  quote: { name: 'a quote', fix: 'Begin the line with a plain ">" and a blank.' },
  table: {
    name: 'a table',
    fix: 'Write plain "|" signs, and below the header a line such as "|---|---|" with as many cells.',
  },
  'code fence': { name: 'a code fence', fix: 'Write three backticks: "```".' },
  comment: {
    name: 'a speaker note',
    fix: 'Notes stand on lines of their own, from "<!--" at the start of a line to "-->" at the end of one.',
  },
  image: {
    name: 'an image',
    fix: 'Write ![description](../assets/file.png) with plain signs, and "%20" for a blank in the path.',
  },
  'bold text': {
    name: 'bold text',
    fix: 'Write **text** with no blank inside; where a quote or bracket stands at its edge, put a blank outside.',
  },
  kind: {
    name: 'the kind of a slide',
    fix: 'Write it with plain signs at the very end of the heading: "## Title {.stats}".',
  },
};

/** Markdown removes backslashes only before ASCII punctuation. */
function backslash(text: string): string {
  return /^[!-/:-@[-`{-~]/.test(text) ? ' If it is meant as text, put a backslash in front.' : '';
}

/** Why a cell gives a bar no length, and what to write instead. */
const NO_AMOUNT = {
  text: {
    is: 'is not a number',
    fix: 'Write digits only, such as 1700; put the unit in the header of the column: "参数(亿)".',
  },
  range: {
    is: 'is a range, which has no one length',
    fix: 'Write one number, such as the middle or the most, or make it a plain table: "{.table}".',
  },
  date: {
    is: 'is a date, not an amount',
    fix: 'Write an amount; for what happened when, use a list of dates: "{.timeline}".',
  },
  unit: {
    is: 'has another unit than the rest of its column',
    fix: 'Write all bars in one unit, and put it in the header of the column: "Share (%)".',
  },
} as const;
