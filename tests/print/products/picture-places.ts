import { strFromU8, unzipSync } from 'fflate';
import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readPdf } from '../pdf/read-pdf.ts';

/** A picture on a slide, in CSS pixels. */
export interface PlacedPicture {
  /** 1-based. */
  readonly slide: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Width of a slide. */
const WIDTH = 980;

/** The pictures of a PowerPoint file. */
export function placedPictures(pptx: Uint8Array): readonly PlacedPicture[] {
  const files = unzipSync(pptx);
  const text = (path: string) => strFromU8(files[path] ?? new Uint8Array());
  const [, width = 0] = /<p:sldSz cx="(\d+)"/.exec(text('ppt/presentation.xml')) ?? [];
  const px = (emu: string | undefined) => (Number(emu) * WIDTH) / Number(width);
  return Object.keys(files).flatMap((path) => {
    const [, slide] = /^ppt\/slides\/slide(\d+)\.xml$/.exec(path) ?? [];
    if (slide === undefined) return [];
    return [...text(path).matchAll(/<p:pic>.*?<\/p:pic>/gs)].map(([picture]) => {
      const [, x, y] = /<a:off x="(-?\d+)" y="(-?\d+)"/.exec(picture) ?? [];
      const [, w, h] = /<a:ext cx="(\d+)" cy="(\d+)"/.exec(picture) ?? [];
      const [left, top] = [px(x), px(y)];
      return { slide: Number(slide), left, top, right: left + px(w), bottom: top + px(h) };
    });
  });
}

/** The pictures of dots that a PDF draws; those of lines are paths there. */
export function printedPictures(pdf: Uint8Array): Promise<readonly PlacedPicture[]> {
  return readPdf(pdf, async (read) => {
    const pictures: PlacedPicture[] = [];
    for (let number = 1; number <= read.numPages; number += 1) {
      pictures.push(...(await picturesOf(await read.getPage(number), number)));
    }
    return pictures;
  });
}

type Matrix = readonly [number, number, number, number, number, number];

async function picturesOf(page: PDFPageProxy, slide: number): Promise<readonly PlacedPicture[]> {
  const { height } = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList();
  const pictures: PlacedPicture[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  fnArray.forEach((operator, index) => {
    const args = argsArray[index] as readonly unknown[] | null;
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) saved.push(matrix);
    if (operator === OPS.paintFormXObjectBegin && args?.[0]) matrix = product(matrix, args[0] as Matrix);
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix;
    if (operator === OPS.transform) matrix = product(matrix, args as unknown as Matrix);
    if (operator !== OPS.paintImageXObject && operator !== OPS.paintInlineImageXObject) return;
    const [a, , , d, e, f] = matrix;
    const at = (points: number) => (points * 4) / 3;
    const ys = [height - f, height - f - d].map(at);
    pictures.push({
      slide,
      left: at(e),
      right: at(e + a),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
    });
  });
  return pictures;
}

/** First the second, then the first (ISO 32000-1, 8.3.4). */
function product([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/**
 * How far a picture is from its place, in CSS pixels: the whole of what is printed, or the middle part of it that a
 * round or filled frame shows.
 */
export function pictureDistance(placed: PlacedPicture, printed: PlacedPicture): number {
  if (placed.slide !== printed.slide) return Number.POSITIVE_INFINITY;
  const across = [placed.left - printed.left, printed.right - placed.right];
  const down = [placed.top - printed.top, printed.bottom - placed.bottom];
  const [beyond] = [...across, ...down].sort((one, other) => one - other);
  const uneven = [across, down].map(([one = 0, other = 0]) => Math.abs(one - other) / 2);
  return Math.max(-(beyond ?? 0), ...uneven);
}
