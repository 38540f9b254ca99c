import { strFromU8, unzipSync } from 'fflate';
import { readPdf } from '../pdf/read-pdf.ts';

/** A line of text on a slide, in CSS pixels from its upper left corner. */
export interface PlacedLine {
  /** 1-based. */
  readonly slide: number;
  /** Letters and digits alone: what programs do with the rest differs. */
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  readonly align: string;
  /** Begins with spaces, or with a small sign, which the browser draws after the text around it. */
  readonly isIndented: boolean;
}

/** Width of a slide. */
const WIDTH = 980;

/** The lines of a PowerPoint file, as its boxes and line breaks place them. */
export function placedLines(pptx: Uint8Array): readonly PlacedLine[] {
  const files = unzipSync(pptx);
  const text = (path: string) => strFromU8(files[path] ?? new Uint8Array());
  const [, width = 0] = /<p:sldSz cx="(\d+)"/.exec(text('ppt/presentation.xml')) ?? [];
  const px = (emu: string | undefined) => (Number(emu) * WIDTH) / Number(width);
  return Object.keys(files).flatMap((path) => {
    const [, slide] = /^ppt\/slides\/slide(\d+)\.xml$/.exec(path) ?? [];
    if (slide === undefined) return [];
    return [...text(path).matchAll(/<p:sp>.*?<\/p:sp>/gs)].flatMap(([shape]) => {
      const [, x, y] = /<a:off x="(-?\d+)" y="(-?\d+)"/.exec(shape) ?? [];
      const [, w, h] = /<a:ext cx="(\d+)" cy="(\d+)"/.exec(shape) ?? [];
      const align = /<a:pPr[^>]*\balgn="(\w+)"/.exec(shape)?.[1] ?? 'l';
      const lines = shape
        .split(/<a:br\b|<\/a:p>/)
        .map((part) =>
          [...part.matchAll(/<a:rPr\b([^>]*)(?:(?!<a:rPr).)*?<a:t>([^<]*)</gs)].map(
            ([, look = '', words = '']) => ({ words, isSmall: look.includes('baseline=') }),
          ),
        );
      lines.pop(); // what stands after the last paragraph
      const [, points] = /<a:lnSpc><a:spcPts val="(\d+)"/.exec(shape) ?? [];
      const height = points === undefined ? px(h) : px(String(Number(points) * 127));
      return lines.map((line, index) => ({
        slide: Number(slide),
        text: lettersOf(wordsOf(line)),
        isIndented: line[0]?.isSmall === true || line[0]?.words.startsWith(' ') === true,
        x: px(x),
        width: px(w),
        top: px(y) + index * height,
        bottom: px(y) + (index + 1) * height,
        align,
      }));
    });
  });
}

/** A text of a PDF's page: where it begins, and its base line, in CSS pixels. */
interface PrintedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Of each page the texts in the order in which they are drawn. */
export function printedTexts(pdf: Uint8Array): Promise<readonly (readonly PrintedText[])[]> {
  return readPdf(pdf, async (read) => {
    const pages: PrintedText[][] = [];
    for (let number = 1; number <= read.numPages; number += 1) {
      const page = await read.getPage(number);
      const { height } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      pages.push(
        items.flatMap((item) => {
          if (!('str' in item) || item.str.trim() === '') return [];
          const [, , , , x = 0, y = 0] = item.transform as readonly number[];
          return [{ text: lettersOf(item.str), x: (x * 4) / 3, y: ((height - y) * 4) / 3 }];
        }),
      );
    }
    return pages;
  });
}

/**
 * How far a line is from where it is printed, in CSS pixels; null where its text is printed nowhere.
 * Of a line that is not set from the left the browser's start has to be in its box.
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

/** Up to a small sign, or after it where a line begins with one; without what XML escapes. */
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
