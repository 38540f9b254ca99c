import type { GlyphProblem } from '../../base/fonts/glyph-problem.ts';
import { counted, plural } from '../../base/text.ts';
import { codeOf, type FindingTable, type Message, sentence } from './message.ts';

export const SLIDE_FINDINGS = {
  'missing-glyph': {
    severity: 'error',
    say: glyphMessage,
  },
  'text-too-long': {
    severity: 'error',
    /** `lines` and `most`: in the smallest type. */
    say: ({ what, lines, most }: { what: UnbreakableText; lines: number; most: number }) => {
      const { name, fix } = UNBREAKABLE[what];
      return {
        what: `${name} takes ${counted(lines, 'line')} of a slide in the smallest type; ${most} ${plural(most, 'fits', 'fit')}.`,
        why: 'It cannot go on with a next slide, and smaller type could not be read from the last row.',
        fix,
      };
    },
  },
  'slide-failed': {
    severity: 'error',
    /** `problem`: as named by the print engine. */
    say: slideFailed,
  },
  'theme-request': {
    severity: 'warning',
    say: ({ url }: { url: string }) => ({
      what: `The theme asks for ${url}, which is not part of it.`,
      why: 'Nothing is fetched while printing, so the PDFs may lack a font, a style or a picture.',
      fix: 'Put the file into the theme, or remove the reference.',
    }),
  },
  'slide-overflow': {
    severity: 'error',
    say: ({ slide, deck, detail, made }: SlideArgs) => ({
      what: `Slide ${slide} of ${deck}${nameOf(made)} does not fit: ${sentence(detail)}`,
      why: 'Part of it would be cut off or covered; the PDF is not written.',
      fix: made ? MADE[made].fix : 'Shorten this section, or split it in two.',
    }),
  },
  'slide-overlap': {
    severity: 'error',
    say: ({ slide, deck, detail, made }: SlideArgs) => ({
      what: `Slide ${slide} of ${deck}${nameOf(made)} has covered text: ${sentence(detail)}`,
      why: 'Neither of the two could be read; the PDF is not written.',
      fix: `${made ? MADE[made].fix : 'Shorten this section.'} If you changed a template or the theme, separate the two there.`,
    }),
  },
  'slide-small-text': {
    severity: 'error',
    say: ({ slide, deck, detail, inDiagram }: SlideArgs & { inDiagram: boolean }) => ({
      what: `Slide ${slide} of ${deck} has text that is too small: ${sentence(detail)}`,
      why: 'The last row could not read it; the PDF is not written.',
      fix: inDiagram
        ? 'Draw fewer boxes, write shorter labels, or turn the diagram: "flowchart LR" or "flowchart TD".'
        : 'Shorten this section, or split it in two. If you changed a template or the theme, set a larger size there.',
    }),
  },
  'slide-contrast': {
    severity: 'error',
    say: ({ slide, deck, detail }: SlideArgs) => ({
      what: `Slide ${slide} of ${deck} has text that is too faint: ${sentence(detail)}`,
      why: 'On a weak projector it could not be read; the PDF is not written.',
      fix: 'Change the colour in event.md ("paper", "ink", "accents"), or in your own theme.',
    }),
  },
  'image-upscaled': {
    severity: 'warning',
    say: ({ slide, deck, detail }: SlideArgs) => ({
      what: `Slide ${slide} of ${deck} enlarges a picture: ${sentence(detail)}`,
      why: 'It looks blurred on a large screen.',
      fix: 'Save it with at least that width; a drawing can be SVG, which is sharp at every size.',
    }),
  },
  'slide-flattened': {
    severity: 'warning',
    say: ({ slide, deck, detail }: SlideArgs) => ({
      what: `Slide ${slide} of ${deck} is a picture in the PowerPoint file: ${sentence(detail)}`,
      why: 'It looks right, but nobody can edit it there.',
      fix: 'Edit it here and export again; or replace a diagram or picture that fills the slide with text.',
    }),
  },
} as const satisfies FindingTable;

/** An observation on a slide in a browser. */
export interface SlideArgs {
  readonly deck: string;
  /** 1-based. */
  readonly slide: number;
  readonly detail: string;
  /** Picture of the slide, relative to the root with forward slashes; null if none could be taken. */
  readonly picture: string | null;
  /** Set for a slide that does not come from a section. */
  readonly made?: MadeSlide;
}

/** Slides made from fields and names rather than a section. */
export type MadeSlide =
  | 'cover'
  | 'speaker'
  | 'agenda'
  | 'takeaway'
  | 'answered'
  | 'index'
  | 'question'
  | 'matrix'
  | 'programme'
  | 'closing';

/** Names of these slides, and the fields they show. */
const MADE: Readonly<Record<MadeSlide, { readonly name: string; readonly fix: string }>> = {
  cover: {
    name: 'the cover',
    fix: 'Shorten "title" or "subtitle", or what is shown with it: "host", "organizer", "role", "org".',
  },
  speaker: { name: 'the speaker', fix: 'Shorten "facts", "role" or "org" of the talk.' },
  agenda: { name: 'the outline', fix: "Shorten the headings of the talk's sections." },
  takeaway: { name: 'the takeaway', fix: 'Shorten "takeaway", "role" or "org" of the talk.' },
  answered: {
    name: 'the questions that were answered',
    fix: 'Shorten "question" or "askedBy" of the files in content/qa/.',
  },
  index: { name: 'all questions', fix: 'Shorten "question" or "topic" of the files in content/qa/.' },
  question: { name: 'the question', fix: 'Shorten "question", "topic", "askedBy" or "askedTo".' },
  matrix: {
    name: 'who answered what',
    fix: 'Shorten "question" of the files in content/qa/, or the names of those who answered ("### Name").',
  },
  programme: { name: 'the programme', fix: 'Shorten "title", "speaker" or "org" of the talks.' },
  closing: { name: 'the last slide', fix: 'Shorten "closing" or "organizer" in event.md.' },
};

function nameOf(made: MadeSlide | undefined): string {
  return made ? `, ${MADE[made].name},` : '';
}

/** Text that must fit on one slide. */
export type UnbreakableText =
  | 'heading'
  | 'title'
  | 'takeaway'
  | 'question'
  | 'closing'
  | 'speaker'
  | 'matrix'
  | 'part';

/** Names of text that must fit on one slide, and how to shorten it. */
const UNBREAKABLE: Readonly<Record<UnbreakableText, { readonly name: string; readonly fix: string }>> = {
  heading: { name: 'The heading', fix: 'Shorten it, and move the rest below it.' },
  title: {
    name: 'The title on the cover',
    fix: 'Shorten "title", or the names and places shown with it.',
  },
  takeaway: { name: 'The takeaway', fix: 'Shorten "takeaway" to the one sentence to remember.' },
  question: { name: 'The question', fix: 'Shorten "question", and give its background in the first answer.' },
  closing: { name: 'The last slide', fix: 'Shorten "closing".' },
  speaker: { name: 'The text below the portrait', fix: 'Shorten "role" or "org".' },
  matrix: { name: 'A row of who answered what', fix: MADE.matrix.fix },
  part: {
    name: 'A part of this',
    fix: 'Shorten the longest label, figure or cell, or the text around the picture.',
  },
};

/** A slide that cannot be shown; or a PowerPoint file that lacks something the slides have. */
function slideFailed({ deck, slide, detail, problem }: SlideArgs & { problem: string }): Message {
  const isOfPowerPoint = problem === 'picture-lost';
  const of = isOfPowerPoint
    ? `The PowerPoint file of ${deck} is incomplete`
    : `Slide ${slide} of ${deck} cannot be shown`;
  return {
    what: `${of}: ${sentence(detail)}`,
    why: isOfPowerPoint
      ? 'It would show less than the slides do; nothing of this deck is written.'
      : 'The PDF would have an error on that page, and is not written.',
    fix: slideRemedy(problem),
  };
}

/** How to fix a slide that cannot be shown. @param problem as named by the print engine */
function slideRemedy(problem: string): string {
  switch (problem) {
    case 'image':
      return 'Save the picture again, or correct the diagram: try it in a Mermaid editor.';
    case 'not-ready':
      return "Try again; if it persists, simplify this section's diagram or picture.";
    case 'glyph':
      return 'Use another character; if it comes from a template or the theme, change it there.';
    case 'picture-lost':
      return "Try again; if it persists, save the deck's pictures again as PNG, or export without --pptx.";
    default:
      return 'If you changed a template or the theme, look there; a summary alone should never cause this.';
  }
}

interface GlyphArgs {
  /** The first one, if a whole script has no font. */
  readonly char: string;
  readonly problem: GlyphProblem;
  readonly count: number;
}

const BOX = 'It would be an empty box on the slide, in the notes and in the PDF.';
const OWN_FONT = 'name a font that has it in event.md ("font: assets/name.ttf")';

/** The message of `missing-glyph`. */
function glyphMessage({ char, problem, count }: GlyphArgs): Message {
  const code = codeOf(char);
  const times = count === 1 ? '' : `; it is here ${count} times`;
  switch (problem.type) {
    case 'script':
      return {
        what: `No bundled font has this script: ${problem.script}, as "${char}" (${code})${count === 1 ? '' : ` and ${count - 1} more of its characters`}.`,
        why: 'Each would be an empty box on the slide, in the notes and in the PDF.',
        fix: `Write it in Latin letters or translate it; or ${OWN_FONT}.`,
      };
    case 'package':
      return {
        what: `"${char}" (${code})${count === 1 ? '' : ` and ${counted(count - 1, 'more character')}`} ${count === 1 ? 'needs' : 'need'} the fonts of ${problem.name}, which is not installed.`,
        why: 'Without them there would be empty boxes, or characters in the shapes of another language.',
        fix: `Run "${problem.command}" in the meetup's folder; or ${OWN_FONT}.`,
      };
    case 'han':
      return {
        what: `No bundled font has the Chinese character "${char}" (${code})${times}.`,
        why: BOX,
        fix: `Write ${variant(char)}, or say how it is made, such as "\u91D1 with \u5149"; or ${OWN_FONT}.`,
      };
    case 'sign':
      return {
        what: `No bundled font has "${char}" (${code})${times}.`,
        why: BOX,
        fix: `Use a more common symbol or a word instead; or ${OWN_FONT}.`,
      };
    case 'control':
      return {
        what: `${code} is a control character${times}.`,
        why: 'It says nothing to a reader, and would be an empty box on the slide.',
        fix: 'Delete it; text copied from a terminal or a PDF may contain some that editors do not show.',
      };
    case 'private':
      return {
        what: `"${char}" (${code}) is a private character: it has no meaning of its own${times}.`,
        why: 'Only the font it was typed in, such as an icon font, can draw it; here it would be an empty box.',
        fix: 'Write the word or symbol it stands for.',
      };
    case 'unassigned':
      return {
        what: `${code} is not a character${times}.`,
        why: BOX,
        fix: 'Delete it, or write the character that was meant.',
      };
    case 'surrogate':
      return {
        what: `${code} is half a character${times}.`,
        why: BOX,
        fix: 'Write the character itself, or both halves of it as one escape such as "\\U0001F600".',
      };
    case 'replacement':
      return {
        what: `"${char}" (${code}) marks a lost character${times}.`,
        why: 'A program that wrote or copied this text did not know its encoding.',
        fix: 'Put the lost character back.',
      };
  }
}

/** Many rare characters are duplicates of common ones. */
function variant(char: string): string {
  const common = char.normalize('NFKC');
  return common === char ? 'its common variant' : `"${common}" (${codeOf(common)}), which looks the same`;
}
