import { readPdf } from '../pdf/read-pdf.ts';
import { pptxShapes } from './pptx-shapes.ts';

/** A line of text on a slide, in CSS pixels from its upper left corner. */
export interface PlacedLine {
  /** 1-based. */
  readonly slide: number;
  /** Letters and digits only: programs treat the rest differently. */
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  readonly align: string;
  /** Begins with spaces, or with a subscript or superscript, which the browser draws after the text around it. */
  readonly isIndented: boolean;
}

/** The lines of a PowerPoint file, as its boxes and line breaks place them. */
export function placedLines(pptx: Uint8Array): readonly PlacedLine[] {
  return pptxShapes(pptx, 'sp').flatMap(({ slide, xml, left, top, right, bottom, px }) => {
    const align = /<a:pPr[^>]*\balgn="(\w+)"/.exec(xml)?.[1] ?? 'l';
    const lines = xml
      .split(/<a:br\b|<\/a:p>/)
      .map((part) =>
        [...part.matchAll(/<a:rPr\b([^>]*)(?:(?!<a:rPr).)*?<a:t>([^<]*)</gs)].map(
          ([, look = '', words = '']) => ({ words, isSmall: look.includes('baseline=') }),
        ),
      );
    lines.pop(); // what stands after the last paragraph
    const [, points] = /<a:lnSpc><a:spcPts val="(\d+)"/.exec(xml) ?? [];
    const height = points === undefined ? bottom - top : px(Number(points) * 127);
    return lines.map((line, index) => ({
      slide,
      text: lettersOf(wordsOf(line)),
      isIndented: line[0]?.isSmall === true || line[0]?.words.startsWith(' ') === true,
      x: left,
      width: right - left,
      top: top + index * height,
      bottom: top + (index + 1) * height,
      align,
    }));
  });
}

/** A text on a PDF page: its start, end and baseline, in CSS pixels. */
export interface PrintedText {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly isBold: boolean;
}

/** The texts of each page in drawing order. */
export function printedTexts(pdf: Uint8Array): Promise<readonly (readonly PrintedText[])[]> {
  return readPdf(pdf, async (read) => {
    const pages: PrintedText[][] = [];
    for (let number = 1; number <= read.numPages; number += 1) {
      const page = await read.getPage(number);
      const { height } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      await page.getOperatorList(); // which loads the fonts
      const isBold = (font: string) => /bold/i.test((page.commonObjs.get(font) as { name: string }).name);
      pages.push(
        items.flatMap((item) => {
          if (!('str' in item) || item.str.trim() === '') return [];
          const [, , , , x = 0, y = 0] = item.transform as readonly number[];
          const at = (points: number) => (points * 4) / 3;
          return [
            {
              text: lettersOf(item.str),
              x: at(x),
              right: at(x + item.width),
              y: at(height - y),
              isBold: isBold(item.fontName),
            },
          ];
        }),
      );
    }
    return pages;
  });
}

/**
 * Distance of a line from where it is printed, in CSS pixels; null if its text is not printed anywhere. For a line that
 * is not left-aligned, the browser's start has to be inside its box.
 */
export function distance(line: PlacedLine, printed: readonly PrintedText[]): number | null {
  const all = printed.map(({ text }) => text).join('');
  const starts: number[] = [];
  for (let at = all.indexOf(line.text); at >= 0; at = all.indexOf(line.text, at + 1)) starts.push(at);
  const distances = starts.map((start) => {
    let length = 0;
    const found = printed.find(({ text }) => {
      length += text.length;
      return length > start;
    });
    if (!found) return Number.POSITIVE_INFINITY;
    // It may begin in the middle of what the PDF draws at once.
    const isStart = length - found.text.length === start;
    const beside =
      line.align === 'l' && isStart && !line.isIndented
        ? Math.abs(found.x - line.x)
        : Math.max(0, isStart ? line.x - found.x : 0, found.x - line.x - line.width);
    return Math.max(beside, line.top - found.y, found.y - line.bottom);
  });
  return distances.length > 0 ? Math.min(...distances) : null;
}

/**
 * Distance of a line drawn by another program, with other fonts, from its place on the slide, in CSS pixels: on the
 * side at which it is aligned, and of its baseline; null if one of them lacks the text.
 */
export function distanceOf(
  { text, align, isIndented }: PlacedLine,
  printed: readonly PrintedText[],
  drawn: readonly PrintedText[],
): number | null {
  const one = extentsOf(text, printed);
  const other = extentsOf(text, drawn);
  const distances = one.flatMap((from) =>
    other.map((to) => {
      const sides = [to.x - from.x, to.right - from.right];
      const [left = 0, right = 0] = sides;
      const beside = align === 'ctr' ? (left + right) / 2 : align === 'r' ? right : isIndented ? 0 : left;
      return Math.max(Math.abs(beside), Math.abs(to.y - from.y));
    }),
  );
  return distances.length > 0 ? Math.min(...distances) : null;
}

/** Whether another program draws a line's letters in the slide's weights. */
export function hasWeightsOf(
  { text }: PlacedLine,
  printed: readonly PrintedText[],
  drawn: readonly PrintedText[],
): boolean {
  const weights = extentsOf(text, printed).map((place) => place.weights);
  return extentsOf(text, drawn).some((place) => weights.includes(place.weights));
}

interface Extent {
  readonly x: number;
  readonly right: number;
  readonly y: number;
  /** One character per letter. */
  readonly weights: string;
}

/** Each occurrence of a text, from its first piece to its last. */
function extentsOf(text: string, printed: readonly PrintedText[]): readonly Extent[] {
  const all = printed.map((piece) => piece.text).join('');
  const weights = printed.map((piece) => (piece.isBold ? 'b' : '-').repeat(piece.text.length)).join('');
  const places: Extent[] = [];
  for (let start = all.indexOf(text); start >= 0; start = all.indexOf(text, start + 1)) {
    let end = 0;
    const pieces = printed.filter((piece) => {
      const begin = end;
      end += piece.text.length;
      return end > start && begin < start + text.length;
    });
    const [first] = pieces;
    const right = Math.max(...pieces.map((piece) => piece.right));
    if (first) {
      places.push({ x: first.x, right, y: first.y, weights: weights.slice(start, start + text.length) });
    }
  }
  return places;
}

/** Up to a subscript or superscript, or after one at the start of a line; without what XML escapes. */
function wordsOf(runs: readonly { readonly words: string; readonly isSmall: boolean }[]): string {
  const from = runs.findIndex(({ isSmall }) => !isSmall);
  const to = runs.findIndex(({ isSmall }, index) => index > from && isSmall);
  return runs
    .slice(Math.max(0, from), to < 0 ? undefined : to)
    .map(({ words }) => words)
    .join('')
    .replaceAll(/&(?:\w+|#\d+);/g, '');
}

function lettersOf(text: string): string {
  return text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
}
