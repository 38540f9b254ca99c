import { deflateSync, inflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFArray, PDFName, type PDFPage, PDFRawStream } from 'pdf-lib';
import { writeFacts } from './facts.ts';
import { describeLinks, nameDestinations, pointDeckLinks } from './links.ts';
import { loadPdf, savePdf } from './objects.ts';
import { readOutline } from './pdf-outline.ts';
import type { PdfFacts } from './pdf-types.ts';
import { fixTags } from './tags.ts';

const POINTS_PER_PX = 72 / 96;

export interface FinishOptions {
  /** Without an outline, the browser's own stays, which lists the headings. */
  readonly facts: PdfFacts;
  /** Size of a slide in CSS pixels. */
  readonly slide: { readonly width: number; readonly height: number };
  /** 0-based page on which each slide begins. */
  readonly pageOf: readonly number[];
  /**
   * The target of a link to a slide of another deck, as a URI reference such as `./qa.pdf#page=31` (RFC 8118); null for
   * none. @param no 1-based slide
   */
  linkTo(slug: string, no: number): string | null;
}

export interface FinishedPdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** 0-based pages that show only a background. */
  readonly blank: readonly number[];
}

/**
 * Finishes a deck's PDF after the browser printed it: facts, outline, labels, links, and tags that readers understand;
 * removes times and numbers that depend on what else was printed. The same slides give the same bytes.
 */
export async function finishPdf(
  bytes: Uint8Array,
  { facts, slide, pageOf, linkTo }: FinishOptions,
): Promise<FinishedPdf> {
  const pdf = await loadPdf(bytes);
  const pages = pdf.getPages();
  const blank: number[] = [];
  for (const [index, page] of pages.entries()) {
    trim(page, slide.width * POINTS_PER_PX, slide.height * POINTS_PER_PX);
    if (finishPage(page).blank) blank.push(index);
  }
  nameDestinations(pdf, pageOf);
  pointDeckLinks(pdf, linkTo);
  fixTags(pdf, facts.lang);
  const outline = facts.outline.length > 0 ? facts.outline : readOutline(pdf);
  writeFacts(pdf, { ...facts, outline });
  describeLinks(pdf, facts.labels);
  return { pdf: await savePdf(pdf), pages: pages.length, blank };
}

/** Tokens of a content stream (ISO 32000-1, 7.2 and 7.8.2). */
const TOKEN =
  /%[^\r\n]*|\((?:\\[\s\S]|[^()\\]|\((?:\\[\s\S]|[^()\\])*\))*\)|<<|>>|<[^<>]*>|[[\]{}]|\/?[^\s()<>[\]{}/%]+/g;
const OPERAND = /^(?:[+-]?[\d.]|true$|false$|null$|[%(</[\]{}>])/;
const PAINTS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'Do', 'Tj', 'TJ', "'", '"']);
const OPENS = new Set(['BMC', 'BDC']);

/**
 * Marks everything drawn outside of marked content as an artifact, which is not read aloud: lines, chips, backgrounds,
 * which the browser leaves unmarked.
 * @param drawing a content stream; each character stands for a byte
 */
export function markArtifacts(drawing: string): string {
  const pieces: string[] = [];
  let depth = 0;
  let inText = false;
  let gap = { start: 0, inText: false, paints: false };
  /** Start of the next operator's operands. */
  let operands = 0;

  const close = (end: number) => {
    const between = drawing.slice(gap.start, end);
    // Text objects and marked content must not cross (14.6.1).
    const wraps = gap.paints && !gap.inText && !inText;
    pieces.push(wraps ? `\n/Artifact BMC\n${between.trim()}\nEMC\n` : between);
    gap.start = end;
  };

  for (const { 0: token, index } of drawing.matchAll(TOKEN)) {
    if (OPERAND.test(token)) continue;
    if (token === 'ID') return drawing; // Bytes of a picture would be taken for operators.
    const end = index + token.length;
    if (OPENS.has(token)) {
      if (depth === 0) close(operands);
      depth += 1;
    } else if (token === 'EMC') {
      depth = Math.max(0, depth - 1);
      if (depth === 0) {
        pieces.push(drawing.slice(gap.start, end));
        gap = { start: end, inText, paints: false };
      }
    } else if (depth === 0 && PAINTS.has(token)) {
      gap.paints = true;
    }
    if (token === 'BT') inText = true;
    if (token === 'ET') inText = false;
    operands = end;
  }
  if (depth > 0) pieces.push(drawing.slice(gap.start));
  else close(drawing.length);
  return pieces.join('');
}

/** Chromium rounds the page size up to its own pixels; the excess would show as a white hairline. */
function trim(page: PDFPage, width: number, height: number): void {
  const media = page.getMediaBox();
  page.setMediaBox(0, media.height - height, width, height);
}

/** Text is shown, a picture or a group is drawn, or a shading is painted: more than a background. */
const SHOWS_SOMETHING = /\bT[jJ]\b|\bDo\b|\bsh\b/;

/** Marks what the page draws without a tag as decoration. @returns whether it shows only a background */
function finishPage(page: PDFPage): { readonly blank: boolean } {
  const { context } = page.doc;
  const contents = page.node.Contents();
  const parts = contents instanceof PDFArray ? contents.asArray() : [contents];
  const drawing = parts
    .map((part) => context.lookup(part))
    .map((stream) => (stream instanceof PDFRawStream ? decode(stream) : ''))
    .join('\n');
  const marked = markArtifacts(drawing);
  if (marked !== drawing) {
    const bytes = deflateSync(Buffer.from(marked, 'latin1'));
    const dict = context.obj({ Filter: 'FlateDecode' });
    page.node.set(PDFName.of('Contents'), context.register(PDFRawStream.of(dict, bytes)));
  }
  return { blank: !SHOWS_SOMETHING.test(drawing) };
}

/** As Latin-1: one character per byte. */
function decode(stream: PDFRawStream): string {
  const { contents, dict } = stream;
  // pdf-lib's own decoder is ten times slower.
  const flate =
    dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode') && !dict.has(PDFName.of('DecodeParms'));
  return Buffer.from(flate ? inflateSync(contents) : decodePDFRawStream(stream).decode()).toString('latin1');
}
