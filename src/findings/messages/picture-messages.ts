import { codeOf, type FindingTable, shorten } from './message.ts';

/** Kinds of Mermaid diagrams, by Mermaid's names, that no setting makes suitable for a slide. */
export const UNDRAWN_DIAGRAMS = {
  c4: {
    name: "Mermaid's C4 diagram",
    why: 'It has boxes of one size with four lines in each: type that the last row can read runs out of them.',
    fix: 'Write it as a flowchart: "subgraph" for a boundary, a box for each person and system.',
  },
  journey: {
    name: "Mermaid's user journey",
    why: 'Most of it is empty, and its words are too small to read from the last row.',
    fix: 'Write a table of step and mood, or one with numbers as bars: "## Title {.bars}".',
  },
  architecture: {
    name: "Mermaid's architecture diagram",
    why: 'Its icons are pictures that it would load from elsewhere; without them boxes are empty.',
    fix: 'Write it as a flowchart: "subgraph" for a group, a box for each service.',
  },
} as const;
export type UndrawnDiagram = keyof typeof UNDRAWN_DIAGRAMS;

/** About pictures, videos and diagrams. */
export const PICTURE_FINDINGS = {
  'image-missing': {
    severity: 'error',
    say: ({ src }: { src: string }) => ({
      what: `There is no ${nounOf(src)} ${src}.`,
      why: 'The slide would be broken.',
      fix: 'Put the file there, or correct the path: it is relative to this file, or to content/ with a leading "/".',
    }),
  },
  'picture-place': {
    severity: 'error',
    say: ({ attribute, problem }: { attribute: string; problem: 'unused' | 'width' }) => ({
      what:
        problem === 'unused'
          ? `"${attribute}" does nothing to this picture.`
          : `With "${attribute}", there is no room for picture and text side by side.`,
      why: 'The slide would not look as intended.',
      fix:
        problem === 'unused'
          ? 'Delete it. ".left" and ".right" go with one picture and text below the same heading, ".full" with a picture alone or with one paragraph; "width=50%" with a picture on a line of its own that does not fill the slide.'
          : 'Beside text, a picture takes 20% to 75% of the slide.',
    }),
  },
  'picture-in-line': {
    severity: 'warning',
    say: ({ src, height }: { src: string; height: number }) => ({
      what: `The picture ${src} is in a line of text.`,
      why: `It is shown only as high as the line; nothing in its ${height} pixels could be made out.`,
      fix: 'Put it on its own line: text then goes beside it, or above and below.',
    }),
  },
  'image-unreadable': {
    severity: 'error',
    say: ({ src, reason }: { src: string; reason: string }) => ({
      what: `The image ${src} cannot be used: ${reason}.`,
      why: 'The slide would show a broken picture.',
      fix: OTHER_FILES.find(([names]) => names.test(src))?.[1] ?? 'Save it again as PNG, JPEG, WebP or SVG.',
    }),
  },
  'diagram-syntax': {
    severity: 'error',
    say: ({ reason }: { reason: string }) => ({
      what: `Mermaid cannot read this diagram: ${reason}.`,
      why: 'Nothing would be drawn on the slide.',
      fix: 'Correct this line or the one before it; put a label with brackets or other special characters in quotes: a["f(x)"].',
    }),
  },
  'diagram-kind': {
    severity: 'error',
    say: ({ kind }: { kind: UndrawnDiagram }) => ({
      what: `${UNDRAWN_DIAGRAMS[kind].name} cannot be drawn for a stage.`,
      why: UNDRAWN_DIAGRAMS[kind].why,
      fix: UNDRAWN_DIAGRAMS[kind].fix,
    }),
  },
  'image-damaged': {
    severity: 'error',
    say: ({ src }: { src: string }) => ({
      what: `The ${nounOf(src)} ${src} is damaged or cut short: it cannot be ${isVideoFile(src) ? 'read' : 'decoded'} to its end.`,
      why: 'A browser would show the part that is there, and leave the rest empty.',
      fix: isVideoFile(src)
        ? 'Copy or download the file again, or export it again.'
        : 'Copy or download the file again, or open it in an image editor and save it again.',
    }),
  },
  'image-font': {
    severity: 'warning',
    /** `font`: null if the text names no relevant font, but not every machine has its characters. */
    say: ({ src, text, font }: { src: string; text: string; font: string | null }) => ({
      what: `The image ${src} writes ${shorten(text)} ${font === null ? 'in a font' : `in the font "${font}"`} that it does not bring.`,
      why: "The deck's fonts do not apply inside a picture: each machine uses its own font, or shows boxes.",
      fix: 'Turn the text into paths in your drawing program, or have it embed the font.',
    }),
  },
  'image-glyph': {
    severity: 'error',
    say: ({ src, char }: { src: string; char: string }) => ({
      what: `The image ${src} writes "${char}" (${codeOf(char)}), which neither its fonts nor talkdeck's have.`,
      why: 'It would be an empty box in the picture.',
      fix: 'Turn the text into paths in your drawing program, or have it embed the font.',
    }),
  },
  'video-unplayable': {
    severity: 'error',
    say: ({ src, reason }: { src: string; reason: string }) => ({
      what: `The video ${src} cannot be played: ${reason}.`,
      why: 'The slide would show an empty frame.',
      fix: 'Export it again as WebM (VP9), which every browser plays, or as MP4 (H.264), with 100 MB at most: a shorter cut, or fewer pixels.',
    }),
  },
  'video-place': {
    severity: 'error',
    /** `text`: the video, or its description. */
    say: ({ text, problem }: { text: string; problem: 'place' | 'poster' | 'no-video' }) => ({
      what: {
        place: `The video ${text} stands where it cannot play.`,
        poster: `"${text}" names a video.`,
        'no-video': `"${text}" does nothing to this picture.`,
      }[problem],
      why: {
        place: 'A video needs a place of its own, in which it can be watched.',
        poster: 'In a PDF, where nothing plays, there would be nothing to see.',
        'no-video': 'The slide would not look as intended.',
      }[problem],
      fix: {
        place:
          'Put it alone below a heading, with one paragraph above and one below at most, or beside a text: "![What it shows](../assets/demo.webm){.left}".',
        poster: 'Name a PNG, JPEG or WebP file: "{poster=../assets/demo.jpg}".',
        'no-video': 'Delete it: a poster stands for a video.',
      }[problem],
    }),
  },
  'image-outside': {
    severity: 'error',
    say: ({ src }: { src: string }) => ({
      what: `The ${nounOf(src)} ${src} is outside content/.`,
      why: 'A summary may show only files of the meetup.',
      fix: 'Copy it into content/assets/.',
    }),
  },
  'image-active': {
    severity: 'error',
    /** `does`: from inspect-svg.ts; `line`: in the image's file. */
    say: ({ src, does, line }: { src: string; does: string; line: number }) => ({
      what: `The image ${src} is active: ${does} (in its line ${line}).`,
      why: 'Opened directly, as in "dev", it could run scripts or fetch files on behalf of the viewer.',
      fix: 'Export it again as plain SVG, with fonts and pictures embedded and text as text or paths, or as PNG.',
    }),
  },
  'image-remote': {
    severity: 'error',
    say: ({ src }: { src: string }) => ({
      what: `The ${nounOf(src)} ${src} is on the network.`,
      why: 'It may be unavailable on stage, and nothing is fetched during a build.',
      fix: 'Save it in content/assets/ and refer to it there. --fix makes a link of it.',
    }),
  },
} as const satisfies FindingTable;

function isVideoFile(src: string): boolean {
  return /\.(?:mp4|webm)$/i.test(src);
}

function nounOf(src: string): 'image' | 'video' {
  return isVideoFile(src) ? 'video' : 'image';
}

/** What to do with a file that is not a picture, by its extension. */
const OTHER_FILES: readonly (readonly [RegExp, string])[] = [
  [
    /\.(?:m4v|mov|avi|mkv|wmv|flv|mpe?g|3gp)$/i,
    'Export it as WebM or MP4, which play on the slide. Or put it on YouTube, Bilibili or Vimeo and write its address on a line of its own, which makes a card with a QR code; or show a picture of it, and link to the video: "[Watch it](https://example.org/video)".',
  ],
  [/\.(?:mp3|m4a|wav|ogg|flac|aac|opus)$/i, 'A slide cannot play sound: link to it, or leave it out.'],
  [/\.(?:pdf|ps|eps|ai)$/i, 'Export the page you want as SVG or PNG.'],
  [/\.(?:pptx?|key|odp|docx?|pages|odt|xlsx?|numbers|ods)$/i, 'Export the slide or the page as SVG or PNG.'],
  [/\.(?:drawio|excalidraw|fig|sketch|vsdx?|puml|mmd)$/i, 'Export the drawing as SVG or PNG.'],
  [/\.(?:html?|md|txt|csv|json|ya?ml)$/i, 'Write its content in Markdown: a list, a table, a code fence.'],
];
