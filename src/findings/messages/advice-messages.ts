import { counted, plural } from '../../base/text.ts';
import { type FindingTable, shorten } from './message.ts';

export const ADVICE_FINDINGS = {
  'too-many-points': {
    severity: 'advice',
    /** `below`: nested points, included in `count`. */
    say: (args: { count: number; most: number; below: number }) => {
      const { count, most, below } = args;
      return {
        what: `There ${plural(count, 'is', 'are')} ${counted(count, 'point')} here${below > 0 ? `, ${below} of them below others` : ''}; an audience takes in about ${most}.`,
        why: 'People read ahead instead of listening, and the points go on over several slides.',
        fix: 'Keep what matters most and say the rest; or make two sections of it.',
      };
    },
  },
  'long-point': {
    severity: 'advice',
    /** `lines` and `most`: in lines of the largest type. */
    say: ({ lines, most }: { lines: number; most: number }) => ({
      what: `This point takes about ${counted(lines, 'line')} on the slide; ${most} are read at a glance.`,
      why: 'People who read a long point do not hear what is being said.',
      fix: 'Keep its core here, and move the rest to the speaker notes.',
    }),
  },
  'no-takeaway': {
    severity: 'advice',
    say: ({ kind }: { kind: string }) => ({
      what: `Nothing says what ${AN[kind] ?? `this ${kind}`} shows.`,
      why: 'Each viewer reads a different meaning into it, or none.',
      fix: 'Add a sentence below it; or say it in the heading, such as "## Costs: half of last year"; or in the speaker notes.',
    }),
  },
  'no-figures': {
    severity: 'advice',
    say: () => ({
      what: 'This talk has no number, picture, chart or diagram.',
      why: 'A figure is what people remember and pass on.',
      fix: 'Add one from the talk: how many, how long, how much.',
    }),
  },
  'no-citation': {
    severity: 'advice',
    say: ({ source }: { source: string }) => ({
      what: 'This talk cites no lines of the transcript.',
      why: `Without citations, nothing here is checked against ${source}, the transcript in event.md.`,
      fix: 'Put line numbers after each statement: "- 260 people [L65]".',
    }),
  },
  'weak-support': {
    severity: 'advice',
    /** `words`: those in no cited line; or the negation, in the statement or in the lines. */
    say: ({ text, citation, type, words }: WeakFacts) => ({
      what:
        type === 'unsaid'
          ? `${citation} ${/[-,]/.test(citation) ? 'hardly say' : 'hardly says'} ${shorten(text)}${words.length === 0 ? '.' : `; not there: ${words.slice(0, MOST_WORDS).join(', ')}${words.length > MOST_WORDS ? ', \u2026' : ''}.`}`
          : `Either ${shorten(text)} or ${citation} denies it: "${words[0] ?? ''}" is in one of them only.`,
      why: 'What the lines do not say, the speaker may never have said.',
      fix:
        type === 'unsaid'
          ? 'Cite the lines that say it; or say it closer to their words; or leave it out.'
          : 'Read the lines again, and say it as they do.',
    }),
  },
  'inconsistent-name': {
    severity: 'advice',
    say: ({
      text,
      right,
      known,
      place,
    }: {
      text: string;
      right: string;
      known: NameSource;
      /** Position of the right spelling as `file:line`; null for the glossary. */
      place: string | null;
    }) => ({
      what: `"${text}" is written "${right}" ${KNOWN[known]}${place === null ? '' : ` (${place})`}.`,
      why: 'A name with two spellings looks like two names, or a mistake.',
      fix:
        known === 'glossary'
          ? `Write "${right}"; or correct the glossary.`
          : `Write "${right}"; or put the right spelling into event.md: "glossary: [${text}]".`,
    }),
  },
  'joined-names': {
    severity: 'advice',
    say: ({ text, names }: { text: string; names: readonly string[] }) => ({
      what: `"${text}" may be the names of ${names.length} people.`,
      why: 'They would have one name on the cover, one colour, and no answers of their own.',
      fix: `Write "speakers: [${names.join(', ')}]" in place of "speaker".`,
    }),
  },
  'mixed-punctuation': {
    severity: 'advice',
    /** The first one in a text, and their number. */
    say: ({
      wrong,
      text,
      count,
      right,
    }: {
      text: string;
      right: string;
      count: number;
      /** Width of the wrong punctuation. */
      wrong: 'half' | 'full';
    }) => ({
      what: `${wrong === 'half' ? 'Half-width punctuation beside Chinese' : 'Full-width punctuation'}: "${text}"${more(count)}.`,
      why: 'The two kinds differ in width and height; mixed, they look like a mistake.',
      fix: `Write "${right}".`,
    }),
  },
  'missing-space': {
    severity: 'advice',
    say: ({ text, count, right }: { text: string; right: string; count: number }) => ({
      what: `Chinese and Latin letters or digits touch: "${text}"${more(count)}.`,
      why: 'Both are easier to read with a space between them.',
      fix: `Write "${right}".`,
    }),
  },
  'extra-space': {
    severity: 'advice',
    say: ({ text, count, right }: { text: string; right: string; count: number }) => ({
      what: `There is an extra space: "${text}"${more(count)}.`,
      why: 'It looks like a gap: full-width punctuation has its own spacing, and one space is enough between words.',
      fix: `Write "${right}".`,
    }),
  },
  'typewriter-sign': {
    severity: 'advice',
    /** The first one of its kind in a summary, and their number there. */
    say: ({ type, text, right, count }: TypewriterFacts) => ({
      what: `${TYPEWRITER[type]}: "${text}"${count === 1 ? '' : `, and ${count - 1} more in this file`}.`,
      why: "It is what a typewriter had to make do with; a slide's large type makes it visible.",
      fix: `Write "${right}".`,
    }),
  },
  'look-alike': {
    severity: 'advice',
    say: ({ text, count, right }: { text: string; right: string; count: number }) => ({
      what: `A character only looks like the intended one: "${text}"${more(count)}.`,
      why: 'Search, copying and screen readers see a different character, and it comes from another font, if from any.',
      fix: `Write "${right}".`,
    }),
  },
  'answer-by-unasked': {
    severity: 'advice',
    say: ({ name, asked }: { name: string; asked: readonly string[] }) => ({
      what: `${name} answers, but was not asked.`,
      why: `The question goes to ${asked.join(', ')}; the slide would show a different name below it.`,
      fix: `Add ${name} to "askedTo" if the question went there too; or correct the name.`,
    }),
  },
  'unanswered-question': {
    severity: 'advice',
    say: ({ asked }: { asked: readonly string[] }) => ({
      what: 'This question has no answer.',
      why: 'The deck would leave the audience without one.',
      fix:
        asked.length === 0
          ? 'Add an answer below a heading "### Name"; or begin the file name with "_" until there is one.'
          : `Add the answer below "### ${asked[0]}"; or begin the file name with "_" until there is one.`,
    }),
  },
  'differing-number': {
    severity: 'advice',
    say: ({ text, other, place }: { text: string; other: string; place: string }) => ({
      what: `"${text}" here, but "${other}" in ${place}.`,
      why: 'The two seem to count the same thing, and the audience sees both.',
      fix: 'Check which one is right; or say why they differ, such as the year.',
    }),
  },
  'missing-alt': {
    severity: 'advice',
    say: ({ src }: { src: string }) => ({
      what: `The picture ${src} has no description.`,
      why: 'People who cannot see it, or have the PDF read aloud, learn nothing about it.',
      fix: `Describe what it shows: ![A line rising from May on](${src}).`,
    }),
  },
  'small-picture': {
    severity: 'advice',
    say: ({ src, width, height, shown }: { src: string; width: number; height: number; shown: number }) => ({
      what: `The picture ${src} has ${width} x ${height} pixels, and would be shown ${shown} px wide.`,
      why: 'It looks blurred when enlarged, even more so on a high-resolution screen.',
      fix: `Save it at least ${2 * shown} pixels wide, or as SVG.`,
    }),
  },
  'video-poster': {
    severity: 'advice',
    say: ({ src }: { src: string }) => ({
      what: `The video ${src} has no poster, and is in a format (H.264) that not every browser plays.`,
      why: 'Its place in a PDF is its first frame, and the browser that comes through npm cannot draw that: the export would fail there.',
      fix: 'Save a frame as a picture and name it: "{poster=../assets/demo.jpg}" right after the video; or export it as WebM.',
    }),
  },
  'duplicate-title': {
    severity: 'advice',
    /** `place`: the other title, as `file:line`. */
    say: ({ title, place }: { title: string; place: string }) => ({
      what: `"${title}" is also the title in ${place}.`,
      why: 'The two cannot be told apart in the outline, or when somebody asks for a slide.',
      fix: 'Say in each title what is specific to it.',
    }),
  },
} as const satisfies FindingTable;

interface TypewriterFacts {
  readonly type: TypewriterSign;
  readonly text: string;
  readonly right: string;
  readonly count: number;
}

export type TypewriterSign = 'quotes' | 'dash' | 'range' | 'dots';

const TYPEWRITER: Readonly<Record<TypewriterSign, string>> = {
  quotes: 'A straight quotation mark or apostrophe',
  dash: 'A hyphen in place of a dash',
  range: 'A hyphen between the numbers of a range',
  dots: 'Full stops in place of an ellipsis',
};

interface WeakFacts {
  readonly text: string;
  readonly citation: string;
  readonly type: 'unsaid' | 'negated';
  readonly words: readonly string[];
}

const MOST_WORDS = 6;

/** Where the right spelling of a name comes from. */
export type NameSource = 'glossary' | 'front matter' | 'frequency';

/** Kinds of sections that need studying, with their articles. */
const AN: Readonly<Record<string, string>> = {
  table: 'this table',
  bars: 'this chart',
  series: 'this chart',
  stacks: 'this chart',
  figure: 'this picture',
  code: 'this code',
  diagram: 'this diagram',
};

const KNOWN: Readonly<Record<NameSource, string>> = {
  glossary: "in event.md's glossary",
  'front matter': 'in front matter',
  frequency: 'elsewhere',
};

function more(count: number): string {
  return count === 1 ? '' : `, and ${count - 1} more in this text`;
}
