import type { AdviceName } from '../content/advice/names.ts';
import type { Finding, NameSource } from './diagnostic.ts';
import type { Message } from './message.ts';

/** The wording of advice, one case for each rule. */
export function adviceMessage(finding: Extract<Finding, { code: AdviceName }>): Message {
  switch (finding.code) {
    case 'too-many-points': {
      const { count, most, below } = finding.args;
      return {
        what: `There are ${count} points here${below > 0 ? `, ${below} of them below others` : ''}; an audience takes in about ${most}.`,
        why: 'People read ahead instead of listening, and the points go on over several slides.',
        fix: 'Keep what matters most and say the rest; or make two sections of it.',
      };
    }
    case 'long-point':
      return {
        what: `This point takes about ${finding.args.lines} lines on the slide; ${finding.args.most} are read at a glance.`,
        why: 'Whoever reads a long point does not hear what is said meanwhile.',
        fix: 'Keep its core here, and move the rest into the speaker note.',
      };
    case 'no-takeaway':
      return {
        what: `Nothing says what ${AN[finding.args.kind] ?? `this ${finding.args.kind}`} is to show.`,
        why: 'Those who look at it find their own meaning, or none.',
        fix: 'Add a sentence below it; or say it in the heading, such as "## Costs: half of last year"; or in a speaker note.',
      };
    case 'no-figures':
      return {
        what: 'This talk has no number, picture, chart or diagram.',
        why: 'A figure is what people remember and pass on.',
        fix: 'Add one that the talk gave: how many, how long, how much.',
      };
    case 'no-citation':
      return {
        what: 'This talk cites no line of the transcript.',
        why: `Without citations nothing here is checked against ${finding.args.source}, which event.md names.`,
        fix: 'Put the lines behind what rests on them: "- 260 people [L65]".',
      };
    case 'inconsistent-name':
      return {
        what: `"${finding.args.text}" is written "${finding.args.right}" ${KNOWN[finding.args.known]}${finding.args.place === null ? '' : ` (${finding.args.place})`}.`,
        why: 'A name in two writings looks like two names, or like a slip.',
        fix:
          finding.args.known === 'glossary'
            ? `Write "${finding.args.right}"; or mend the glossary.`
            : `Write "${finding.args.right}"; or name the right writing in event.md: "glossary: [${finding.args.text}]".`,
      };
    case 'mixed-punctuation':
      return {
        what: `${finding.args.wrong === 'half' ? 'Half-width punctuation beside Chinese' : 'Full-width punctuation'}: "${finding.args.text}"${more(finding.args.count)}.`,
        why: 'The two kinds differ in width and height; mixed, they look like a slip.',
        fix: `Write "${finding.args.right}".`,
      };
    case 'missing-space':
      return {
        what: `Chinese and Latin letters or digits touch: "${finding.args.text}"${more(finding.args.count)}.`,
        why: 'With a blank between them both are easier to read.',
        fix: `Write "${finding.args.right}".`,
      };
    case 'extra-space':
      return {
        what: `There is a blank too many: "${finding.args.text}"${more(finding.args.count)}.`,
        why: 'It shows as a hole: full-width punctuation brings its own room, and one blank parts two words.',
        fix: `Write "${finding.args.right}".`,
      };
    case 'answer-by-unasked':
      return {
        what: `${finding.args.name} answers, but was not asked.`,
        why: `The question goes to ${finding.args.asked.join(', ')}; the slide would show another name below it.`,
        fix: `Add ${finding.args.name} to "askedTo" if the question went there too; or mend the name.`,
      };
    case 'unanswered-question':
      return {
        what: 'Nobody answers this question.',
        why: 'The deck would leave the audience with it.',
        fix:
          finding.args.asked.length === 0
            ? 'Add an answer below a heading "### Name"; or begin the file name with "_" until there is one.'
            : `Add the answer below "### ${finding.args.asked[0]}"; or begin the file name with "_" until there is one.`,
      };
    case 'differing-number':
      return {
        what: `"${finding.args.text}" here, but "${finding.args.other}" in ${finding.args.place}.`,
        why: 'The two seem to count the same thing, and an audience sees both.',
        fix: 'Look up which one is right; or say what makes the difference, such as the year.',
      };
    case 'missing-alt':
      return {
        what: `The picture ${finding.args.src} has no description.`,
        why: 'Who cannot see it, and who reads the PDF aloud, learns nothing of it.',
        fix: `Say what it shows: ![A line that rises from May on](${finding.args.src}).`,
      };
    case 'duplicate-title':
      return {
        what: `"${finding.args.title}" is also the title in ${finding.args.place}.`,
        why: 'In the outline and when somebody asks for a slide, the two cannot be told apart.',
        fix: 'Say in each title what is particular to it.',
      };
  }
}

/** Kinds of sections that show something. */
const AN: Readonly<Record<string, string>> = {
  table: 'this table',
  bars: 'this chart',
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
