import type { Page } from 'playwright-core';
import type { Bundle } from '../../slidev/job.ts';
import { loadFonts } from '../page/readiness.ts';
import {
  layOutHandout,
  layOutNotes,
  readNote,
  readSheetFonts,
  type SheetFonts,
  type SheetLayout,
  type SheetsRequest,
  showSheets,
} from '../page/show-sheets.ts';
import { finishPdf } from '../pdf/finish-pdf.ts';
import type { DeckSpan, PrintableDeck } from '../types.ts';
import { asPrinted, deckUri } from './pdf.ts';

/** CSS pixels. */
const PX_PER_MM = 96 / 25.4;

/** In CSS pixels. */
const A4 = { width: 210 * PX_PER_MM, height: 297 * PX_PER_MM };

/** Size of a slide, in pixels. */
type Size = Pick<Bundle, 'width' | 'height'>;

type SheetsDeck = Pick<PrintableDeck, 'title' | 'author' | 'subject' | 'keywords' | 'lang'>;

interface PrintedSheets {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/** By slides per page: the room for a slide in mm, and where its notes go. */
const ROOMS = {
  2: { width: 172, height: 98, notes: 'below' },
  3: { width: 116, height: 78, notes: 'beside' },
} as const;

/** Room for a picture beside its notes in mm; without notes it is smaller. */
const NOTED = { width: 66, height: 44 } as const;
const BARE = { width: 44, height: 30 } as const;

/**
 * Prints the deck on the page as a handout: on A4, each slide with its number, notes and citations, or with lines to
 * write on if it has no notes. A long note makes its row grow. The page is unchanged afterwards.
 */
export function printHandout(
  page: Page,
  deck: SheetsDeck,
  span: DeckSpan,
  bundle: Size,
  perPage: keyof typeof ROOMS,
): Promise<PrintedSheets> {
  return printSheets(page, deck, span, layOutHandout, handoutCss(bundle, perPage));
}

const notesCss = (slide: Size) => `
  :scope { padding: 4mm 8mm 0 }
  h1 { font-size: 22pt; line-height: 30pt; text-wrap: balance }
  .sheet-author { margin-top: 2mm; font-size: 12pt; line-height: 18pt }
  .sheet-slide { margin-top: 9mm; break-inside: avoid }
  .sheet-bare { margin-top: 5mm }
  /* Otherwise long notes on the first slide could leave the title alone on its page. */
  .sheet-slide:not(.sheet-bare, .sheet-slide:not(.sheet-bare) ~ *) { break-inside: auto }
  /* Encloses the floating picture of a slide with neither title nor notes. */
  .sheet-slide { display: flow-root }
  .sheet-frame { float: right; margin: 1mm 0 4mm 6mm }
  ${frameCss(slide, NOTED)}
  ${frameCss(slide, BARE, '.sheet-bare ')}
  h2 { display: grid; grid-template-columns: 14mm 1fr; font-size: 15pt; line-height: 24pt }
  .sheet-note { padding-left: 14mm; margin-top: 1.5mm; font-size: 15pt; line-height: 25pt }
  .sheet-sources { font-size: 10pt; line-height: 16pt }
`;

/**
 * Prints the notes of the deck on the page, for its speaker: on A4, in large type, each slide's number, title, notes
 * and citations, with its picture beside them. The page is unchanged afterwards.
 */
export function printNotes(
  page: Page,
  deck: SheetsDeck,
  span: DeckSpan,
  bundle: Size,
): Promise<PrintedSheets> {
  return printSheets(page, deck, span, layOutNotes, notesCss(bundle));
}

/**
 * Prints sheets, laid out by `layOut`, of the deck on the page, on A4. The page is unchanged afterwards, even if
 * printing fails.
 *
 * @param css for the elements that `layOut` makes
 */
async function printSheets(
  page: Page,
  deck: SheetsDeck,
  { first }: DeckSpan,
  layOut: SheetLayout,
  css: string,
): Promise<PrintedSheets> {
  const { title, author, subject, keywords, lang } = deck;
  const fonts = await page.evaluate(readSheetFonts);
  const request: SheetsRequest = { first, title, author, lang, css: sheetCss(title, fonts, css) };
  // The functions are sent as source text, without access to anything else.
  const restore = await page.evaluateHandle<() => void>(
    `(${showSheets})(${JSON.stringify(request)}, { layOut: ${layOut}, readNote: ${readNote} })`,
  );
  try {
    await page.evaluate(loadFonts, { font: `8pt ${fonts.body}`, text: title });
    const bytes = await asPrinted(page, () =>
      page.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,
        outline: true,
      }),
    );
    const { pdf, pages } = await finishPdf(bytes, {
      facts: { title, author, subject, keywords, lang, outline: [], labels: [] },
      slide: A4,
      pageOf: [],
      // By name, because whether those PDFs have a page per click is unknown here.
      linkTo: (slug, no) => deckUri('../pdf', slug, no, true),
    });
    return { pdf, pages };
  } finally {
    await restore.evaluate((run) => run());
    await restore.dispose();
  }
}

/** Width of the column with the slide's number, in mm. */
const NUMBER = 8;
/** Height of A4 within the margins, less a tolerance for rounding, in mm. */
const SHEET_HEIGHT = 264.5;

/** Distance of two lines to write on, and the free space around them, in mm. */
const LINES = { apart: 8, around: 12 } as const;

function handoutCss(slide: Size, perPage: keyof typeof ROOMS): string {
  const room = ROOMS[perPage];
  const isBeside = room.notes === 'beside';
  const height = slide.height * mmPerPx(slide, room);
  const row = SHEET_HEIGHT / perPage;
  const free = isBeside ? height : row - height - LINES.around;
  return `
  .sheet-row {
    display: grid;
    grid-template: auto auto / ${NUMBER}mm ${room.width}mm ${isBeside ? '1fr' : ''};
    align-content: start;
    min-height: ${row}mm;
    padding-bottom: 6mm;
    break-inside: avoid;
  }
  .sheet-number { grid-area: 1 / 1; font-size: 10pt; line-height: 14pt; font-weight: 700 }
  .sheet-frame { grid-area: 1 / 2 }
  ${frameCss(slide, room)}
  .sheet-note, .sheet-lines {
    grid-area: ${isBeside ? '1 / 3' : '2 / 2'};
    ${isBeside ? 'margin-left: 6mm' : 'margin-top: 4mm'};
    font-size: 9.5pt;
    line-height: 15pt;
  }
  .sheet-lines { height: ${linesHeight(free)}mm; overflow: hidden }
  .sheet-note > .sheet-lines { height: ${linesHeight(free - LINES.apart)}mm; margin: 0 }
  .sheet-line { height: ${LINES.apart}mm; border-bottom: ${RULE} }
  .sheet-sources { font-size: 7.5pt; line-height: 12pt }
`;
}

/** Height of the lines that fit, in mm. */
function linesHeight(room: number): number {
  return Math.floor(room / LINES.apart) * LINES.apart;
}

function mmPerPx(slide: Size, room: Size): number {
  return Math.min(room.width / slide.width, room.height / slide.height);
}

/** A slide as large as the room, given in mm, allows. @param within selects its container */
function frameCss(slide: Size, room: Size, within = ''): string {
  const scale = mmPerPx(slide, room);
  return `
  ${within}.sheet-frame {
    position: relative;
    contain: strict;
    width: ${slide.width * scale}mm;
    height: ${slide.height * scale}mm;
  }
  ${within}.print-slide-container {
    position: absolute;
    inset: 0 auto auto 0;
    transform: scale(${scale * PX_PER_MM}) !important;
    transform-origin: 0 0;
    break-after: auto !important;
  }
`;
}

const INK = '#17202b';
const FAINT = '#5c6470';
const RULE = '0.5pt solid #9aa1ab';

/**
 * Style sheet for sheets of paper: A4, with the deck's title and the page's number in the footer.
 *
 * @param own of one kind of sheet; scoped with `@scope`, like the rest, so that it does not affect slides
 */
function sheetCss(title: string, { body, heading, code }: SheetFonts, own: string): string {
  const foot = `font: 8pt/12pt ${body}; color: ${FAINT}; vertical-align: top; padding-top: 4mm`;
  return `
@page {
  size: 210mm 297mm;
  margin: 14mm 15mm 18mm;
  @bottom-left { content: ${cssString(title)}; text-align: left; ${foot} }
  @bottom-right { content: counter(page) " / " counter(pages); text-align: right; white-space: nowrap; ${foot} }
}
/* Paper is white even if slides are dark; the browser fills the margins by the colour scheme. */
:root { color-scheme: light !important }
html, body, #app, #page-root, #print-container, #print-content { background: #fff !important }
#page-root { display: block !important }
#print-container, #print-content { width: auto !important; height: auto !important }
@scope (.sheets) to (.print-slide-container > *) {
  h1, h2, p, .sheet-note {
    margin: 0;
    color: ${INK};
    font-family: ${body};
    font-kerning: normal;
    font-variant-numeric: lining-nums;
    text-autospace: normal;
    text-spacing-trim: trim-start;
    line-break: strict;
    text-wrap: pretty;
    overflow-wrap: anywhere;
    orphans: 2;
    widows: 2;
  }
  h1, h2 { font-family: ${heading}; font-weight: 700; break-after: avoid }
  .sheet-frame::after { content: ''; position: absolute; inset: 0; border: ${RULE} }
  .sheet-note {
    & > * + * { margin-top: 0.6em }
    & :is(h3, h4, h5, h6) { font-size: 1em; font-weight: 700; break-after: avoid }
    & strong { font-weight: 700 }
    & em:lang(zh) { font-style: normal; text-decoration: underline dotted }
    & :is(ul, ol) { padding-left: 1.6em }
    & ul { list-style: disc }
    & ol { list-style: decimal }
    & li + li { margin-top: 0.3em }
    & blockquote { padding-left: 1em; border-left: 1.5pt solid #9aa1ab }
    & hr { border: 0; border-top: ${RULE} }
    & a { color: inherit; text-decoration: underline }
    & :is(code, pre) { background: none; color: ${INK}; font-family: ${code}; font-size: 0.9em; white-space: pre-wrap }
    & pre { padding: 0 }
    & pre code { font-size: 1em }
    & table { border-collapse: collapse }
    & :is(th, td) { padding: 0.2em 0.8em 0.2em 0; border-bottom: ${RULE}; text-align: left; vertical-align: top }
    & th { font-weight: 700 }
    & .sheet-sources { margin-top: 1.2mm; color: ${FAINT} }
  }
  ${own}
}
`;
}

/** `text` as a CSS string. */
function cssString(text: string): string {
  const escaped = text.replaceAll(/[^\p{L}\p{N} ]/gu, (char) => `\\${char.codePointAt(0)?.toString(16)} `);
  return `"${escaped}"`;
}
