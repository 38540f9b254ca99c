import { ADVICE_NAMES, type AdviceName } from '../content/advice/names.ts';
import { adviceMessage } from './advice-message.ts';
import type { Finding, FindingArgs, MeantMarkup, UnbreakableText } from './diagnostic.ts';
import { glyphMessage } from './glyph-message.ts';
import { slideRemedy } from './slide-remedy.ts';

/** A finding in words. */
export interface Message {
  readonly what: string;
  readonly why: string;
  /** What to write instead. */
  readonly fix: string;
}

/** All wording of findings, one case for each code. */
export function toMessage(finding: Finding): Message {
  if (isAdvice(finding)) return adviceMessage(finding);
  switch (finding.code) {
    case 'file-missing':
      return {
        what: `${finding.args.name} is missing.`,
        why: 'It holds the title and the language of the meetup, which every deck shows.',
        fix: 'Create it with front matter: "---", "title: ...", "lang: zh-CN", "---".',
      };
    case 'no-talks':
      return {
        what: `There is no talk in ${finding.args.folder}.`,
        why: 'Each talk is one Markdown file, and each becomes one deck.',
        fix: `Write a first one, such as ${finding.args.folder}/01-name.md.`,
      };
    case 'file-ignored':
      return {
        what: ignoredFiles(finding.args),
        why: 'Summaries are content/event.md, content/talks/*.md and content/qa/*.md, in small letters.',
        fix: 'Move or rename the file; begin its name with "_" if it is a draft.',
      };
    case 'file-refused':
      return {
        what: REFUSED[finding.args.because],
        why: 'A summary is a file of its own below content/. So no summary can make other files of the machine show.',
        fix: 'Put a text file here, or give this another name.',
      };
    case 'file-too-large':
      return {
        what: `The ${finding.args.part} has ${mebibytes(finding.args.bytes)}; a summary's may have ${mebibytes(finding.args.limit)}.`,
        why: 'A summary is a page or two. A file of this size is something else put here by mistake.',
        fix: 'Move it out of content/, or keep to what the slides should say.',
      };
    case 'invalid-utf8':
      return {
        what: `The byte at offset ${finding.args.offset} is not UTF-8.`,
        why: 'The text was saved in another encoding, and would show as wrong characters.',
        fix: 'Save the file as UTF-8 in your editor.',
      };
    case 'invalid-file-name':
      return {
        what: `"${finding.args.slug}" cannot name a deck.`,
        why: 'The file name without its number becomes the name of the deck and of the PDF, on every system.',
        fix: 'Rename the file to letters, digits and hyphens, such as 02-huang-dongxu.md, at most 200 bytes; "qa", and Windows\' names of devices, are taken.',
      };
    case 'front-matter-missing':
      return {
        what: 'The file does not begin with front matter.',
        why: 'Title, speaker and the like stand at the top, between two lines of three hyphens.',
        fix: 'Put "---" on the first line, then "key: value" lines, then "---" again.',
      };
    case 'front-matter-unclosed':
      return {
        what: 'The front matter that begins here is not closed.',
        why: 'Without a closing line the whole file would be read as front matter.',
        fix: 'Put a line of exactly "---" below the last "key: value" line.',
      };
    case 'front-matter-language':
      return {
        what: `Front matter cannot be in "${finding.args.language}".`,
        why: 'Only YAML is read; program code in front matter is never run.',
        fix: 'Write just "---" on the first line.',
      };
    case 'yaml-syntax':
      return {
        what: `The front matter is not valid YAML: ${sentence(finding.args.reason)}`,
        why: 'Nothing of the file can be used until it can be read.',
        fix: 'Write each field as "key: value" at the start of a line; put a value that holds a colon, "#", quotes or brackets in double quotes.',
      };
    case 'yaml-colon':
      return {
        what: `Behind "${finding.args.key}" there must be a plain colon and a blank.`,
        why: 'Without them YAML takes the line for text. The colon of a Chinese keyboard (\uFF1A) is another character.',
        fix: `Write "${finding.args.key}: ..." with ":" and a blank.`,
      };
    case 'yaml-stray':
      return {
        what: 'This line is no field.',
        why: 'Each line at the margin must be "name: value"; a longer value goes on in indented lines.',
        fix: 'Put two blanks in front if it belongs to the value above; else give it a name, or close the front matter with "---".',
      };
    case 'yaml-unquoted':
      return {
        what: `YAML cannot read ${finding.args.text} without quotes.`,
        why: 'A colon with a blank behind it, and signs such as quotes, brackets, "*", "@" or "&" at the start, have a meaning of their own.',
        fix: `Write ${quoted(finding.args.text)}`,
      };
    case 'yaml-quote':
      return {
        what: 'The quote that begins here is not closed on this line.',
        why: 'All that follows would be read as part of the text.',
        fix: 'Put the same quote at the end of the value, or take this one away.',
      };
    case 'yaml-indent':
      return {
        what: 'This line stands too far to the right.',
        why: 'YAML takes an indented line for a part of the line above it.',
        fix: 'Begin a field at the margin, and each item of a list below the first.',
      };
    case 'yaml-comment':
      return {
        what: `${finding.args.text} is a comment in YAML, no part of the value.`,
        why: 'Behind a blank, "#" begins a comment; a slide would lack this text.',
        fix: 'Put the whole value in double quotes; or move the comment to a line of its own.',
      };
    case 'yaml-tab':
      return {
        what: 'A tab is used for indentation.',
        why: 'YAML allows only blanks there.',
        fix: 'Replace the tab by two blanks.',
      };
    case 'duplicate-key':
      return {
        what: `"${finding.args.key}" stands here a second time.`,
        why: 'Only one of the two values could be used.',
        fix: 'Delete one of them.',
      };
    case 'unknown-key':
      return {
        what: `There is no field "${finding.args.key}" here.${didYouMean(finding.args.suggestion)}`,
        why: 'It would be ignored in silence.',
        fix: `Known fields: ${finding.args.known.join(', ')}.`,
      };
    case 'missing-field':
      return {
        what: `The field "${finding.args.field}" is missing.`,
        why: 'A slide needs it.',
        fix: `Add a line such as "${finding.args.field}: ${finding.args.example}".`,
      };
    case 'empty-field':
      return {
        what: `The field "${finding.args.field}" is empty.`,
        why: 'A slide would have a hole there.',
        fix: 'Write a value behind the colon, in double quotes if it begins with "#" or "&"; or delete the line if the field is optional.',
      };
    case 'wrong-type':
      return {
        what: `${fieldName(finding.args.field)} should be ${finding.args.expected}, but is ${finding.args.found}.`,
        why: 'It cannot be shown as it is.',
        fix: `Write ${finding.args.expected}${finding.args.expected === 'text' ? ', in double quotes: YAML takes it for something else' : ''}.`,
      };
    case 'invalid-date':
      return {
        what: `"${finding.args.value}" is not a date.`,
        why: `"${finding.args.field}" is shown on every cover.`,
        fix: 'Write year, month and day: 2024-05-31.',
      };
    case 'invalid-lang':
      return {
        what: `"${finding.args.value}" is not a language tag.`,
        why: "It decides about line breaks, fonts and the deck's own words.",
        fix: 'Write "zh-CN", "en" or another tag such as "ja".',
      };
    case 'wrong-choice':
      return {
        what: `"${finding.args.value}" is no choice for ${fieldName(finding.args.field)}.${didYouMean(finding.args.suggestion)}`,
        why: 'It decides how the decks look or behave, or what advice is given; another word decides nothing.',
        fix: `Write one of these: ${finding.args.known.join(', ')}.`,
      };
    case 'invalid-color':
      return {
        what: `"${finding.args.value}" is not a colour.`,
        why: 'It would be left out, and the slides would not look as you wish.',
        fix: 'Write # and three or six digits 0-9 a-f, in double quotes: "#0b5cad".',
      };
    case 'low-contrast':
      return {
        what: `${fieldName(finding.args.field)} needs a contrast of ${finding.args.needed} to 1 on ${finding.args.paper}; ${finding.args.color} has ${finding.args.ratio}.`,
        why: 'From the last row, or on a weak projector, it could not be read.',
        fix:
          finding.args.better === 'other paper'
            ? 'Set "ink" as well, or choose the other theme: "quiet" is light, "bold" is dark.'
            : `Take a ${finding.args.better} colour.`,
      };
    case 'font-unusable':
      return {
        what: `The font ${finding.args.src} cannot be used: ${finding.args.reason}.`,
        why: 'The slides would be set in another font, and break their lines elsewhere.',
        fix: 'Put a WOFF2, WOFF, TTF or OTF file into content/assets/ and name it here, or delete the line.',
      };
    case 'missing-glyph':
      return glyphMessage(finding.args);
    case 'unknown-person':
      return {
        what: `"${finding.args.name}" is neither a speaker nor the host.${didYouMean(finding.args.suggestion)}`,
        why: 'Persons are found by their exact name; this answer would belong to nobody.',
        fix: `Write one of these names alone: ${finding.args.known.join(', ')}. Several are a list in "askedTo", and a heading each below.`,
      };
    case 'duplicate-slug':
      return {
        what: `Two talks would make the deck "${finding.args.slug}"; the other is ${finding.args.other}.`,
        why: 'One deck would overwrite the other.',
        fix: 'Rename one of the two files.',
      };
    case 'duplicate-speaker':
      return {
        what: `${finding.args.name} is already the speaker of ${finding.args.other}.`,
        why: "Answers are given to a talk by the speaker's name.",
        fix: 'Join the two summaries, or tell the two persons apart by their names.',
      };
    case 'empty-body':
      return {
        what: 'There is nothing below the front matter.',
        why: 'The deck would have no content.',
        fix: `Add a section: a line "${finding.args.expected}..." and text below it.`,
      };
    case 'text-before-section':
      return {
        what: 'This text stands above the first heading.',
        why: `Each slide comes from a heading ("${finding.args.expected}...") and what is below it.`,
        fix: `Put a line "${finding.args.expected}..." above it.`,
      };
    case 'heading-level':
      return {
        what: `A heading of level ${finding.args.level} cannot stand here.`,
        why: `Each part begins with a heading of level ${finding.args.expected}; the title of the deck is in the front matter.`,
        fix: `Begin the line with "${'#'.repeat(finding.args.expected)} ".`,
      };
    case 'empty-heading':
      return {
        what: 'This heading has no text.',
        why: 'The slide would have no title.',
        fix: 'Write one behind the number signs.',
      };
    case 'empty-section':
      return {
        what: `The section "${finding.args.title}" has no content.`,
        why: 'Its slide would be empty.',
        fix: 'Write something below the heading, or delete the heading.',
      };
    case 'unknown-kind':
      return {
        what: `There is no kind of slide "${finding.args.kind}".${didYouMean(finding.args.suggestion)}`,
        why: 'The kind decides how the section is shown.',
        fix: `Known kinds: ${finding.args.known.join(', ')}. Without a kind, the Markdown decides.`,
      };
    case 'kind-mismatch':
      return {
        what: `A slide of kind "${finding.args.kind}" needs ${finding.args.needs}, but here is: ${finding.args.found}.`,
        why: 'It could not be shown in that way.',
        fix: `Write ${finding.args.needs}, with at most a paragraph above and one below, or delete "{.${finding.args.kind}}".`,
      };
    case 'unknown-option':
      return {
        what: `A slide of kind "${finding.args.kind}" has no ".${finding.args.option}".`,
        why: 'It would change nothing.',
        fix: 'Delete it. Only bars have an option: "{.bars .log}", a logarithmic scale.',
      };
    case 'log-of-zero':
      return {
        what: `${finding.args.text} has no place on a logarithmic scale.`,
        why: 'Such a scale begins above zero.',
        fix: 'Leave this row out, or use the ordinary scale: "{.bars}".',
      };
    case 'marker-misplaced':
      return {
        what: `"{.${finding.args.kind}}" does nothing on this heading.`,
        why: 'Only the "## " headings of a talk or of event.md become slides of a kind.',
        fix: 'Delete it, or make the heading a section of its own.',
      };
    case 'sections-unshown':
      return {
        what: `${finding.args.count === 1 ? 'The section' : `The ${finding.args.count} sections`} of event.md ${finding.args.count === 1 ? 'is' : 'are'} not shown.`,
        why: 'They stand at the head of the Q&A deck, and there is no question in content/qa/ yet.',
        fix: 'Write a first question, or leave it for later.',
      };
    case 'not-a-number':
      return {
        what:
          finding.args.text === ''
            ? 'A cell of this row is empty.'
            : `"${finding.args.text}" is not a number.`,
        why: 'The second column of a bar chart gives the length of the bar.',
        fix: 'Write digits only, such as 1700; put the unit in the header of the column: "参数(亿)".',
      };
    case 'unclosed-comment':
      return {
        what: 'The comment that begins here is never closed.',
        why: 'What follows, up to the end of the next comment or of the file, would become speaker notes.',
        fix: 'Write "-->" at its end.',
      };
    case 'unclosed-fence':
      return {
        what: 'The code fence that begins here is never closed.',
        why: 'All that follows would be shown as code.',
        fix: 'Put a line with the same signs (```) at its end.',
      };
    case 'markup-malformed':
      return {
        what: `${shorten(finding.args.text)} looks like ${MARKUP[finding.args.meant].name}, but is read as text.`,
        why: 'It would be shown on the slide as it stands.',
        fix: `${MARKUP[finding.args.meant].fix}${backslash(finding.args.text)}`,
      };
    case 'html-as-text':
      return {
        what: `The tag ${shorten(finding.args.text)} is shown as text.`,
        why: 'Summaries are Markdown; HTML in them is never run.',
        fix: 'Write it in Markdown, or in backticks if it is meant to be seen.',
      };
    case 'extra-cells':
      return {
        what: `This row has ${finding.args.cells} cells, and its table ${finding.args.columns} columns.`,
        why: `Markdown drops what has no column: ${shorten(finding.args.text)} would not be on the slide.`,
        fix: 'Give the table another column in its first two lines, or write "\\|" where the bar is text.',
      };
    case 'image-missing':
      return {
        what: `There is no image ${finding.args.src}.`,
        why: 'The slide would break.',
        fix: 'Put the file there, or mend the path: it is relative to this file, or to content/ with a leading "/".',
      };
    case 'image-unreadable':
      return {
        what: `The image ${finding.args.src} cannot be used: ${finding.args.reason}.`,
        why: 'The slide would show a broken picture.',
        fix: 'Save it again as PNG, JPEG, WebP or SVG.',
      };
    case 'image-outside':
      return {
        what: `The image ${finding.args.src} lies outside of content/.`,
        why: 'A summary may show only what belongs to the meetup.',
        fix: 'Copy it into content/assets/.',
      };
    case 'image-remote':
      return {
        what: `The image ${finding.args.src} is on the network.`,
        why: 'On stage it may be gone, and nothing is fetched while building.',
        fix: 'Save it in content/assets/ and name it there.',
      };
    case 'link-not-allowed':
      return {
        what: `The link to "${finding.args.href}" is shown as text.`,
        why: 'Links lead to http:, https: or mailto: addresses, or to a slide of this deck ("#its title").',
        fix: 'Write the whole address with https://, or take the link away.',
      };
    case 'link-target-missing':
      return {
        what: `No section here is called "${finding.args.href.slice(1)}".${didYouMean(finding.args.suggestion)}`,
        why: 'The link is shown as text.',
        fix: 'Write "#" and the exact heading of a section of this file.',
      };
    case 'citation-malformed':
      return {
        what: `"${finding.args.text}" looks like a citation, but is none.`,
        why: 'It would be shown on the slide, and nothing would be checked.',
        fix: 'Write [L73], [L73-79] or [L73, L85-87].',
      };
    case 'citation-misplaced':
      return {
        what: `${finding.args.text} cannot stand in "${finding.args.field}".`,
        why: 'Citations are read in the body and in "takeaway", "facts" and "question"; here it would be shown.',
        fix: 'Delete it, or move what it rests on to one of these places.',
      };
    case 'citation-reversed':
      return {
        what: `${finding.args.text} ends before it begins.`,
        why: 'There are no such lines.',
        fix: 'Write the smaller line number first.',
      };
    case 'citation-outside':
      return {
        what:
          finding.args.lines === null
            ? `${finding.args.text} is in no transcript.`
            : `${finding.args.text} lies outside of the transcript, which has ${finding.args.lines} lines.`,
        why: 'The statement would rest on nothing.',
        fix: 'Look the lines up in the transcript and mend the numbers; lines count from 1.',
      };
    case 'unsupported-number':
      return {
        what: `The number "${finding.args.text}" does not occur in ${finding.args.citation}.`,
        why: 'The slide would claim what the transcript does not say.',
        fix: 'Mend the number, or cite the lines that have it.',
      };
    case 'unsupported-name':
      return {
        what: `The name "${finding.args.text}" does not occur in ${finding.args.citation}.`,
        why: 'The slide would claim what the transcript does not say.',
        fix: 'Mend the name, or cite the lines that have it.',
      };
    case 'transcript-unreadable':
      return {
        what: `The transcript ${finding.args.source} cannot be read: ${sentence(finding.args.reason)}`,
        why: 'Numbers and names are compared with the lines that they cite, in UTF-8.',
        fix: 'Save the transcript as UTF-8 text that you may read, or mend "source".',
      };
    case 'citations-unchecked':
      return {
        what: `${finding.args.count} cited ${finding.args.count === 1 ? 'statement was' : 'statements were'} not checked: the transcript ${finding.args.source} is not here.`,
        why: 'Numbers and names are compared with the lines that they cite.',
        fix: 'Put the transcript there, relative to content/, or mend "source".',
      };
    case 'slide-failed':
      return slideFailed(finding.args);
    case 'theme-request':
      return {
        what: `The theme asks for ${finding.args.url}, which is not part of it.`,
        why: 'Nothing is fetched while printing, so the PDFs may lack a font, a style or a picture.',
        fix: 'Put the file into the theme, or take the reference away.',
      };
    case 'text-too-long': {
      const { name, fix } = UNBREAKABLE[finding.args.what];
      const { lines, most } = finding.args;
      return {
        what: `${name} takes ${lines} ${lines === 1 ? 'line' : 'lines'} of a slide in the smallest type; ${most} fit.`,
        why: 'It cannot go on with a next slide, and smaller type could not be read from the last row.',
        fix,
      };
    }
    case 'slide-overflow':
      return {
        what: `Slide ${finding.args.slide} of ${finding.args.deck} does not fit: ${sentence(finding.args.detail)}`,
        why: 'Part of it would be cut off or covered; the PDF is not written.',
        fix: 'Shorten this section, or split it in two.',
      };
    case 'slide-overlap':
      return {
        what: `Slide ${finding.args.slide} of ${finding.args.deck} has text that is covered: ${sentence(finding.args.detail)}`,
        why: 'Neither of the two could be read; the PDF is not written.',
        fix: 'Shorten this section. If you changed a template or the theme, part the two there.',
      };
    case 'slide-small-text':
      return {
        what: `Slide ${finding.args.slide} of ${finding.args.deck} has text that is too small: ${sentence(finding.args.detail)}`,
        why: 'The last row could not read it; the PDF is not written.',
        fix: finding.args.inDiagram
          ? 'Draw fewer boxes, write shorter labels, or turn the diagram: "flowchart LR" or "flowchart TD".'
          : 'Shorten this section, or split it in two. If you changed a template or the theme, set a larger size there.',
      };
    case 'slide-contrast':
      return {
        what: `Slide ${finding.args.slide} of ${finding.args.deck} has text that is too faint: ${sentence(finding.args.detail)}`,
        why: 'On a weak projector it could not be read; the PDF is not written.',
        fix: 'Change the colour in event.md ("paper", "ink", "accents"), or in your own theme.',
      };
    case 'image-upscaled':
      return {
        what: `Slide ${finding.args.slide} of ${finding.args.deck} enlarges a picture: ${sentence(finding.args.detail)}`,
        why: 'On a large screen it looks blurred.',
        fix: 'Save it with at least that width, or as SVG.',
      };
    case 'slide-flattened':
      return {
        what: `Slide ${finding.args.slide} of ${finding.args.deck} is a picture in the PowerPoint file: ${sentence(finding.args.detail)}`,
        why: 'It looks right, but nobody can edit it there.',
        fix: 'Edit it here and export again; or say it with text, where a diagram or a picture fills the slide.',
      };
  }
}

/** A slide that nobody could see; or, of PowerPoint, a file that shows less than the slides do. */
function slideFailed({ deck, slide, detail, problem }: FindingArgs['slide-failed']): Message {
  const isOfPowerPoint = problem === 'picture-lost';
  const of = isOfPowerPoint
    ? `The PowerPoint file of ${deck} is not whole`
    : `Slide ${slide} of ${deck} cannot be shown`;
  return {
    what: `${of}: ${sentence(detail)}`,
    why: isOfPowerPoint
      ? 'It would show less than the slides do; nothing of this deck is written.'
      : 'The PDF would have an error on that page, and is not written.',
    fix: slideRemedy(problem),
  };
}

function isAdvice(finding: Finding): finding is Extract<Finding, { code: AdviceName }> {
  return ADVICE_NAMES.some((name) => name === finding.code);
}

/** What stays on one slide, and how to shorten it. */
const UNBREAKABLE: Readonly<Record<UnbreakableText, { readonly name: string; readonly fix: string }>> = {
  heading: { name: 'The heading', fix: 'Say it in fewer words, and move the rest below it.' },
  title: {
    name: 'The title on the cover',
    fix: 'Shorten "title", or the names and places that stand with it.',
  },
  takeaway: { name: 'The takeaway', fix: 'Shorten "takeaway" to the one sentence to remember.' },
  question: { name: 'The question', fix: 'Shorten "question", and give its background in the first answer.' },
  closing: { name: 'The last slide', fix: 'Shorten "closing".' },
  speaker: { name: 'What stands below the portrait', fix: 'Shorten "role" or "org".' },
  part: {
    name: 'A part of this',
    fix: 'Shorten the longest label, figure or cell, or the text around the picture.',
  },
};

/** How to write what is almost Markdown. */
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

/** Markdown takes a backslash away in front of ASCII signs only. */
function backslash(text: string): string {
  return /^[!-/:-@[-`{-~]/.test(text) ? ' If it is meant as text, put a backslash in front.' : '';
}

function fieldName(field: string): string {
  if (field === '') return 'The front matter';
  const [, list, index] = /^(.+)\.(\d+)$/.exec(field) ?? [];
  return list === undefined ? `"${field}"` : `Item ${Number(index) + 1} of "${list}"`;
}

/** A YAML value in quotes: double ones, where nothing in it would have to be escaped. */
function quoted(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

function shorten(text: string): string {
  return text.length > 40 ? `"${text.slice(0, 40)}\u2026"` : `"${text}"`;
}

function ignoredFiles({ path, others }: FindingArgs['file-ignored']): string {
  if (others === 0) return `${path} is not read.`;
  return `${path} is not read, nor ${others === 1 ? 'is 1 other file' : `are ${others} other files`}.`;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function didYouMean(suggestion: string | null): string {
  return suggestion === null ? '' : ` Did you mean "${suggestion}"?`;
}

function mebibytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

const REFUSED = {
  link: 'This is a link that leads out of content/.',
  'broken-link': 'This is a link that leads nowhere.',
  'no-file': 'This is called like a summary, and is no file.',
} as const satisfies Record<FindingArgs['file-refused']['because'], string>;
