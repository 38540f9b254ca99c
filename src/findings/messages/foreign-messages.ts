import { type FindingTable, shorten } from './message.ts';

/** Markup of other tools that summaries do not support, by family; each has a page. */
export type ForeignCode =
  | 'html-as-text'
  | 'slidev-markup'
  | 'marp-markup'
  | 'reveal-markup'
  | 'pandoc-markup'
  | 'site-markup'
  | 'extension-as-text'
  | 'reference-undefined'
  | 'notes-as-text'
  | 'diagram-as-code';

interface Foreign {
  readonly code: ForeignCode;
  /**
   * Where to look: at the start of a paragraph's line, in text (not code, not escaped), in a whole heading, in a
   * comment, in the first line of a fence, in a picture's description, directly after a picture, in a rule; `typed`
   * is text before its backslashes are removed.
   */
  readonly where:
    | 'rule'
    | 'line'
    | 'text'
    | 'typed'
    | 'heading'
    | 'comment'
    | 'fence'
    | 'picture'
    | 'attributes';
  /** Lengths are bounded to keep every search fast. */
  readonly pattern: RegExp;
  /** Completes "... is". */
  readonly is: string;
  readonly instead: string;
}

const TAGS =
  'abbr|address|article|aside|audio|base|bdi|bdo|big|blink|blockquote|body|br|button|canvas|caption|center|cite|code|col|colgroup|dd|del|details|dfn|dialog|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|marquee|menu|meta|meter|nav|noscript|object|ol|optgroup|option|picture|pre|progress|ruby|rt|rp|samp|script|section|select|slot|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|tr|track|tt|ul|var|video|wbr|o:p|w:[a-z]+';

/** Foreign markup. The first of two rows that match at the same place wins. */
export const FOREIGN = {
  click: {
    code: 'slidev-markup',
    where: 'text',
    pattern: /<\/?v-[a-z-]{2,20}(?:\s[^<>]{0,200})?\/?>?/,
    is: 'a tag of Slidev',
    instead:
      'Delete it: points and steps come one by one by themselves, unless event.md says "reveal: false".',
  },
  component: {
    code: 'slidev-markup',
    where: 'text',
    pattern:
      /<(?:[A-Z][A-Za-z\d]{0,40}|(?!v-)[a-z]{1,20}-[a-z-]{1,20}|arrow)(?:\s[^<>]{0,200})?\/>|<(?:[A-Z][A-Za-z\d]{1,40}|(?!v-)[a-z]{1,20}-[a-z-]{1,20})\s{1,9}[\w:@.#-]{1,40}=|<\/(?:[A-Z][A-Za-z\d]{1,40}|(?!v-)[a-z]{1,20}-[a-z-]{1,20})>/,
    is: 'a component, and nothing in a summary is run',
    instead: 'Write in Markdown what it shows: a list, a picture, a diagram, a link.',
  },
  slot: {
    code: 'slidev-markup',
    where: 'line',
    pattern: /^::[a-z][\w-]{0,40}::\s*$/,
    is: "a slot of one of Slidev's layouts",
    instead: 'Make it two sections, or write one list after the other.',
  },
  contentBlock: {
    code: 'slidev-markup',
    where: 'line',
    pattern: /^::[a-z][\w-]{0,40}(?:\[[^[\]]{0,200}\])?(?:\{[^{}]{0,200}\})?\s*$/,
    is: 'a component in the notation of MDC, and nothing in a summary is run',
    instead: 'Write in Markdown what it shows, a quote ("> ...") if it should stand out.',
  },
  contentSpan: {
    code: 'slidev-markup',
    where: 'text',
    pattern: /(?<!\S):[a-z][\w-]{0,40}(?:\[[^[\]\n]{1,200}\])?\{[^{}\n]{1,200}\}/,
    is: 'a component in the notation of MDC, and nothing in a summary is run',
    instead: 'Write in Markdown what it shows.',
  },
  slideSettings: {
    code: 'slidev-markup',
    where: 'heading',
    pattern:
      /^(?:layout|class|background(?:Size)?|transition|clicks|preload|routeAlias|hideInToc|zoom|dragPos|src|image)\s?:\s*\S.{0,80}/,
    is: "a slide's front matter in Slidev",
    instead:
      'Delete it and the lines "---" around it: the Markdown of a section, or its "{.kind}", says how it looks.',
  },
  snippet: {
    code: 'slidev-markup',
    where: 'line',
    pattern: /^<<<\s*\S{1,200}/,
    is: 'how Slidev includes code from a file',
    instead: 'Copy the lines into a code fence.',
  },
  editor: {
    code: 'slidev-markup',
    where: 'fence',
    pattern: /\{monaco[^}]{0,100}\}|magic-move/,
    is: 'a Slidev instruction for a code fence',
    instead: 'Delete it: the code is shown, and cannot be edited or run.',
  },
  cell: {
    code: 'pandoc-markup',
    where: 'fence',
    pattern: /^\{[a-z]{1,20}\b[^}]{0,200}\}/,
    is: 'a cell that Quarto would run',
    instead: 'Write the language without brackets, as in "```python": code is shown, and not run.',
  },
  diagram: {
    code: 'diagram-as-code',
    where: 'fence',
    pattern: /^(?:plantuml|puml|dot|graphviz|d2|ditaa|vega-lite)\b/i,
    is: 'a kind of diagram that is not drawn',
    instead: 'Write it as a ```mermaid fence, or save it as an SVG file. Without a language it is code.',
  },
  marpDirective: {
    code: 'marp-markup',
    where: 'comment',
    pattern:
      /^\s{0,9}(?:_[a-z][A-Za-z]{2,30}|class|paginate|headingDivider|background(?:Color|Image|Position|Size|Repeat)|marp|math|style|theme|header|footer)\s?:[^\n]{0,200}/,
    is: 'a Marp instruction, and comments here are speaker notes',
    instead: 'Delete it: event.md says how all decks look.',
  },
  revealDirective: {
    code: 'reveal-markup',
    where: 'comment',
    pattern: /^\s{0,9}\.(?:slide|element)\s?:[^\n]{0,200}/,
    is: 'a reveal.js instruction, and comments here are speaker notes',
    instead: 'Delete it: event.md says how all decks look.',
  },
  below: {
    code: 'reveal-markup',
    where: 'line',
    pattern: /^--\s*$/,
    is: 'where reveal.js begins a vertical slide',
    instead: 'Begin the slide with a heading.',
  },
  marpPicture: {
    code: 'marp-markup',
    where: 'picture',
    pattern:
      /^(?:bg|fit|contain|cover|auto)(?:\s|$).{0,100}|\b(?:w|h|width|height|blur|brightness|opacity):[\d.].{0,100}/,
    is: 'a Marp instruction in place of a description',
    instead:
      'Describe what the picture shows: "![A red fox](fox.png)". Alone in its section, it fills the slide.',
  },
  fencedDiv: {
    code: 'pandoc-markup',
    where: 'line',
    pattern: /^:{3,}\s{0,9}(?:\{[^}]{0,200}\}|[a-z][\w-]{0,40}.{0,200})?\s*$/i,
    is: 'a fenced block of pandoc, Quarto or VuePress',
    instead:
      'Write speaker notes in a comment, "<!-- ... -->"; write other text without these lines, as a quote ("> ...") if it should stand out.',
  },
  headingAttributes: {
    code: 'pandoc-markup',
    where: 'heading',
    pattern: /\{[^{}]{0,200}=[^{}]{0,200}\}\s*$|\{-\}\s*$|\{:?\s*[.#][^{}]{0,200}\}\s*$/,
    is: 'a list of attributes, as pandoc and Quarto read it',
    instead: 'Delete it. A kind of slide is written "{.points}", an anchor "{#name}".',
  },
  attributes: {
    code: 'pandoc-markup',
    where: 'attributes',
    pattern: /^\{[^{}\n]{1,200}\}/,
    is: 'a list of attributes, as pandoc and Quarto read it',
    instead:
      'Directly after a picture you can write "{.left}" or "{.right}" (beside text), "{.full}" (it fills the slide), or its width, "{width=50%}", of 10% to 100%; delete anything else.',
  },
  spanAttributes: {
    code: 'pandoc-markup',
    where: 'text',
    pattern:
      /\[[^[\]\n]{1,200}\]\{(?:[.#]|[a-z-]{1,30}=)[^{}\n]{1,200}\}|(?<=\s)\{(?:[.#][a-zA-Z][\w-]{0,40}|v-click)(?:\s[^{}\n]{0,100})?\}\s*$/,
    is: 'text with attributes, as pandoc and Quarto read it',
    instead: 'Write the text alone, or **bold**.',
  },
  gridTable: {
    code: 'pandoc-markup',
    where: 'line',
    pattern: /^\+(?:[-=:]{2,200}\+)+\s*$/,
    is: "the frame of one of pandoc's grid tables",
    instead: 'Write cells between "|", and "|---|---|" below the header.',
  },
  simpleTable: {
    code: 'pandoc-markup',
    where: 'rule',
    pattern: /^ {0,3}-{2,200}(?: +-{2,200})+\s*$/,
    is: "the line below the heads of one of pandoc's simple tables",
    instead: 'Write cells between "|", and "|---|---|" below the header.',
  },
  pause: {
    code: 'pandoc-markup',
    where: 'line',
    pattern: /^(?:\\(?:pause|newpage|pagebreak)\b.{0,40}|\. \. \.\s*$)/,
    is: 'a pause or a new page of pandoc',
    instead: 'Delete it: points come one by one by themselves, and a heading begins a slide.',
  },
  shortcode: {
    code: 'site-markup',
    where: 'text',
    pattern: /\{\{.{1,200}?\}\}|\{%-?\s*\w.{0,200}?%\}/,
    is: 'an instruction for a site generator or a template',
    instead: 'Write its result in Markdown.',
  },
  admonition: {
    code: 'site-markup',
    where: 'line',
    pattern: /^(?:!!!|\?\?\?\+?)\s{1,9}[a-z][\w-]{0,40}.{0,200}/i,
    is: 'a box of MkDocs',
    instead: 'Write a quote: begin each line with "> ".',
  },
  contents: {
    code: 'site-markup',
    where: 'line',
    pattern: /^(?:\[\[?_?toc_?\]\]?|\{:?toc\}|@\[toc\].{0,40})\s*$/i,
    is: 'a table of contents for other tools',
    instead: 'Delete it: a talk of several sections gets an agenda by itself.',
  },
  wikiLink: {
    code: 'site-markup',
    where: 'text',
    pattern: /(?<![!\w\]])\[\[(?=[^[\]\n]{0,200}\p{L})[^[\]\n,;]{1,200}\]\]/u,
    is: 'a link within Obsidian or a wiki',
    instead: 'Write its text alone, or a link to a heading of this file: "[text](#heading)".',
  },
  abbreviation: {
    code: 'site-markup',
    where: 'line',
    pattern: /^\*\[[^[\]\n]{1,100}\]:.{0,200}/,
    is: 'the definition of an abbreviation, for other tools',
    instead: 'Write it where the abbreviation first occurs: "HTML (a markup language)".',
  },
  attributeList: {
    code: 'site-markup',
    where: 'text',
    pattern: /\{:\s?[.#][^{}\n]{1,200}\}/,
    is: 'a list of attributes for kramdown or MkDocs',
    instead: 'Delete it.',
  },
  callout: {
    code: 'extension-as-text',
    where: 'line',
    pattern: /^\[!\w{1,20}\][+-]?.{0,200}/,
    is: 'the head of an unknown kind of box, or not at the beginning of one',
    instead:
      'Begin a quote with "> [!NOTE]", or TIP, IMPORTANT, WARNING, CAUTION; your own heading may follow.',
  },
  footnote: {
    code: 'extension-as-text',
    where: 'text',
    pattern:
      /\[\^(?!\S-\S\])[^[\]\s]{1,100}\]:?|(?<=[\p{L}\p{N}\p{P}])\^\[(?=[^[\]\n]{0,200}\s)[^[\]\n]{1,200}\]/u,
    is: 'the mark of a missing footnote, or in a place where footnotes are not read',
    instead: 'Write the mark "[^1]" in the text, and "[^1]: what it says" on its own line.',
  },
  formula: {
    code: 'extension-as-text',
    where: 'text',
    pattern: /\$\$.{0,200}/,
    is: 'the beginning or end of a formula without the other',
    instead: 'Write "$$" before and after the formula, or "$x$" within text.',
  },
  emojiName: {
    code: 'extension-as-text',
    where: 'text',
    pattern: /(?<![\p{L}\p{N}:]):(?=[a-z+-])[a-z\d_+-]{2,40}:(?![\p{L}\p{N}:])/u,
    is: 'written as an emoji name, but no emoji has it',
    instead: 'Write the emoji itself, or another name.',
  },
  definition: {
    code: 'extension-as-text',
    where: 'line',
    pattern: /^:\s{1,3}\S.{0,200}/,
    is: 'a definition without the term above it',
    instead: 'Write the term on the line above, and ": what it means" right below it.',
  },
  reference: {
    code: 'reference-undefined',
    where: 'text',
    pattern: /(?<![\p{L}\p{N}\])])\[(?=[^[\]\n]{0,200}\p{L})[^[\]\n]{1,200}\]\[[^[\]\n]{0,200}\]/u,
    is: 'a link to an address that the file does not define',
    instead: 'Write the address: "[text](https://example.org)", or below: "[name]: https://example.org".',
  },
  html: {
    code: 'html-as-text',
    where: 'text',
    pattern: new RegExp(
      [
        // Excludes `a <b and c` and `Vec<B>`: a single letter needs more to be a tag.
        String.raw`<\/?(?:${TAGS})(?:\s*\/?>|\s[^<>]{0,200}>|\s{1,9}[a-zA-Z:@-][\w:.-]{0,40}\s*=)`,
        String.raw`<\/?[abipqsu]>|<[abipqsu]\s{1,9}[a-z][\w:.-]{0,40}\s*=`,
        String.raw`(?<![\p{L}\p{N}_])<\/?[ABIPQSU]>`,
        String.raw`<!DOCTYPE\b.{0,100}|<\?xml\b.{0,100}|<\/[a-z][a-z\d]{1,20}>`,
      ].join('|'),
      'u',
    ),
    is: 'HTML',
    instead: 'Write it in Markdown, or in backticks if it should be visible.',
  },
  texCommand: {
    code: 'pandoc-markup',
    where: 'text',
    pattern: /\\[a-zA-Z]{2,30}\{[^{}\n]{0,100}\}/,
    is: 'a command of LaTeX',
    instead: 'Write it in Markdown, or between "$" if it is part of a formula.',
  },
  texDisplay: {
    code: 'pandoc-markup',
    where: 'line',
    pattern: /^\\\[(?:\s*$|.{0,200}(?:\\[a-z]|[=^_]).{0,200}\\\]\s*$)/,
    is: 'how LaTeX begins a formula',
    instead: 'Write "$$" on the lines before and after the formula.',
  },
  texInline: {
    code: 'pandoc-markup',
    where: 'typed',
    // Words in such brackets are prose with an escaped bracket.
    pattern:
      /\\\(\s*(?:[A-Za-z]|(?=(?:(?!\\\)).){0,200}?(?:\\[a-zA-Z]|[\^_=<>+]))(?:(?!\\[()]|(?<![\\A-Za-z])[A-Za-z]{3}).){1,200}?)\s*\\\)/,
    is: 'a formula between the marks of LaTeX',
    instead: 'Write it between "$": "$x^2$".',
  },
  lineBlock: {
    code: 'pandoc-markup',
    where: 'line',
    pattern: /^\|\s[^|]{1,200}$/,
    is: 'a line of a line block, as pandoc reads it',
    instead: 'Write the lines without "|", with a backslash at the end of each but the last.',
  },
  citationKey: {
    code: 'pandoc-markup',
    where: 'text',
    pattern: /\[-?@\w[^[\]\n]{0,200}\]/,
    is: 'a reference to a bibliography, as pandoc reads it',
    instead: 'Write who said it, or a footnote: "[^1]" in the text and "[^1]: Smith 2020" on its own line.',
  },
  inserted: {
    code: 'extension-as-text',
    where: 'text',
    pattern:
      /(?<![\w+])\+\+[A-Za-z][\w-]{0,40}(?:\+[\w-]{1,40}){0,8}\+\+(?![\w+])|\{(?:\+\+|--|~~|>>|==).{1,200}?(?:\+\+|--|~~|<<|==)\}|(?<!\S)\|\|(?=\S)[^|\n]{1,200}(?<=\S)\|\|(?!\S)/,
    is: 'a mark for inserted, deleted or hidden text or for keys',
    instead: 'Write **bold**, ~~deleted~~, or keys in backticks: `Ctrl`.',
  },
  hidden: {
    code: 'site-markup',
    where: 'text',
    pattern: /(?<!\S)%%(?=\S|\s\S)[^%\n]{1,200}%%(?!\S)/,
    is: 'a comment of Obsidian',
    instead: 'Write notes in a comment, "<!-- ... -->", on its own line.',
  },
  property: {
    code: 'site-markup',
    where: 'line',
    pattern: /^[a-z][a-z-]{1,30}::\s.{0,200}/,
    is: 'a property of Logseq or Obsidian',
    instead: 'Delete it, or write what it says as a sentence.',
  },
  blockReference: {
    code: 'site-markup',
    where: 'text',
    pattern: /\(\([\da-f]{8}-[\da-f]{4}-[\da-f-]{10,40}\)\)/,
    is: 'a reference to a block of Logseq',
    instead: 'Write what the block says.',
  },
  expression: {
    code: 'site-markup',
    where: 'text',
    pattern: /\{\/\*.{0,200}?\*\/\}|\{(?:props|frontmatter)\.[\w.]{1,80}\}/,
    is: 'an expression of MDX, and nothing in a summary is run',
    instead: 'Write its result, or notes in a comment: "<!-- ... -->".',
  },
  pictureSize: {
    code: 'site-markup',
    where: 'picture',
    pattern: /\|\s*\d{1,4}(?:x\d{1,4})?$/,
    is: 'a description with a size, as Obsidian has it',
    instead: 'Write the width after the picture: "![A red fox](fox.png){width=50%}".',
  },
  otherLine: {
    code: 'site-markup',
    where: 'line',
    pattern:
      /^(?:\.\. [a-z][a-z-]{1,30}::.{0,200}|={2,5}\s[^=\s].{0,200}|(?:image|include|video)::\S{1,200}\[.{0,200}\]\s*|#\+[A-Za-z_]{3,20}\b.{0,200}|(?:h[1-6]|bq)\.\s{1,4}\S.{0,200}|(?:import|export)\s.{1,100}\sfrom\s+['"].{0,200}|export\s+(?:const|default|function)\s.{1,200})$/,
    is: 'markup of another language (reStructuredText, AsciiDoc, Org, Textile, MDX)',
    instead: 'Write it in Markdown: a heading "### ", a quote "> ", a picture "![what it shows](photo.png)".',
  },
  otherText: {
    code: 'site-markup',
    where: 'text',
    pattern:
      /\[\/(?:b|i|u|s|url|img|quote|code|color|size|list)\]|(?<!\S)\{(?:code|panel|noformat)(?::[^{}\n]{0,100})?\}(?![./])/i,
    is: 'markup of a forum or of Jira',
    instead: 'Write it in Markdown: **bold**, [text](https://example.org), code in backticks.',
  },
  notes: {
    code: 'notes-as-text',
    where: 'line',
    pattern: /^(?:speaker )?notes?:(?:\s.{0,200})?$/i,
    is: 'how reveal.js begins speaker notes, but this is shown to the audience',
    instead:
      'Write notes in a comment: "<!-- ... -->". If it is for the audience, word it differently: "Mind: ...".',
  },
} as const satisfies Readonly<Record<string, Foreign>>;

export type ForeignName = keyof typeof FOREIGN;

interface ForeignArgs {
  /** As in the file. */
  readonly text: string;
  readonly name: ForeignName;
}

const onSlide = {
  severity: 'error',
  say: ({ text, name }: ForeignArgs) => ({
    what: `${shorten(text)} is ${FOREIGN[name].is}.`,
    why: 'It would be shown on the slide as typed.',
    fix: `${FOREIGN[name].instead}${name === 'html' ? '' : ' Put it in backticks if it should be visible.'}`,
  }),
} as const;

export const FOREIGN_FINDINGS = {
  'html-as-text': {
    severity: 'error',
    say: ({ text, name }: ForeignArgs) => ({
      what: `${shorten(text)} is ${FOREIGN[name].is}.`,
      why: 'Summaries are Markdown; HTML in them is never run, and would be shown on the slide as typed.',
      fix: `${FOREIGN[name].instead} "allow: [html-as-text]" in event.md shows it as it is.`,
    }),
  },
  'slidev-markup': onSlide,
  'marp-markup': {
    severity: 'error',
    say: ({ text, name }: ForeignArgs) => ({
      what: `${shorten(text)} is ${FOREIGN[name].is}.`,
      why: 'It would have no effect, and be in the speaker notes instead.',
      fix: FOREIGN[name].instead,
    }),
  },
  'reveal-markup': onSlide,
  'pandoc-markup': onSlide,
  'site-markup': onSlide,
  'extension-as-text': onSlide,
  'reference-undefined': onSlide,
  'notes-as-text': {
    severity: 'warning',
    say: ({ text, name }: ForeignArgs) => ({
      what: `${shorten(text)} is ${FOREIGN[name].is}.`,
      why: "A speaker's reminder is rarely meant for everybody to read.",
      fix: FOREIGN[name].instead,
    }),
  },
  'diagram-as-code': {
    severity: 'warning',
    say: ({ text, name }: ForeignArgs) => ({
      what: `${shorten(text)} is ${FOREIGN[name].is}.`,
      why: 'Its source is shown as code. Drawing it would send its text to a server.',
      fix: FOREIGN[name].instead,
    }),
  },
} as const satisfies FindingTable;

export type AllowedCode = ForeignCode | 'markup-in-field';

/** Findings that event.md may turn off, so that the markup is shown as typed. */
export const ALLOWED_CODES: readonly AllowedCode[] = [
  ...(Object.keys(FOREIGN_FINDINGS) as ForeignCode[]),
  'markup-in-field',
];
