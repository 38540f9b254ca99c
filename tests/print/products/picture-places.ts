import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readPdf } from '../pdf/read-pdf.ts';
import { pptxShapes } from './pptx-shapes.ts';

/** A picture on a slide, in CSS pixels. */
export interface PlacedPicture {
  /** 1-based. */
  readonly slide: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The pictures of a PowerPoint file. */
export function placedPictures(pptx: Uint8Array): readonly PlacedPicture[] {
  return pptxShapes(pptx, 'pic');
}

/**
 * The pictures that a PDF draws: raster images, and the frames of vector ones, which are paths within a figure, clipped
 * at its edges.
 */
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
/** Left, bottom, right, top, in points. */
type Box = readonly [number, number, number, number];

/** How much smaller than the page a frame is, in points. */
const WITHIN = 1;

async function picturesOf(page: PDFPageProxy, slide: number): Promise<readonly PlacedPicture[]> {
  const { width, height } = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList();
  const pictures: PlacedPicture[] = [];
  const saved: { readonly matrix: Matrix; readonly clip: Box }[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let clip: Box = [0, 0, width, height];
  let isClip = false;
  const place = ([left, bottom, right, top]: Box) => {
    const at = (points: number) => (points * 4) / 3;
    pictures.push({
      slide,
      left: at(left),
      right: at(right),
      top: at(height - top),
      bottom: at(height - bottom),
    });
  };
  fnArray.forEach((operator, index) => {
    const args = argsArray[index] as readonly unknown[] | null;
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) saved.push({ matrix, clip });
    if (operator === OPS.paintFormXObjectBegin && args?.[0]) matrix = product(matrix, args[0] as Matrix);
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd)
      ({ matrix, clip } = saved.pop() ?? { matrix, clip });
    if (operator === OPS.transform) matrix = product(matrix, args as unknown as Matrix);
    if (operator === OPS.constructPath && isClip) clip = common(clip, moved(matrix, args?.[2] as Box));
    isClip = operator === OPS.clip || operator === OPS.eoClip;
    if (operator === OPS.beginMarkedContentProps && args?.[0] === 'Figure') {
      const [left, bottom, right, top] = clip;
      if (right - left < width - WITHIN && top - bottom < height - WITHIN) place(clip);
    }
    if (operator === OPS.paintImageXObject || operator === OPS.paintInlineImageXObject) {
      place(moved(matrix, [0, 0, 1, 1]));
    }
  });
  return pictures;
}

/** A box in page coordinates. */
function moved([a, , , d, e, f]: Matrix, [left, bottom, right, top]: Box): Box {
  const [x, y, z, w] = [a * left + e, d * bottom + f, a * right + e, d * top + f];
  return [Math.min(x, z), Math.min(y, w), Math.max(x, z), Math.max(y, w)];
}

function common(one: Box, other: Box): Box {
  return [
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ];
}

/** First the second, then the first (ISO 32000-1, 8.3.4). */
function product([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/**
 * Distance of a picture from its place, in CSS pixels: of the whole printed picture, or of its middle part if a round
 * or filled frame crops it.
 */
export function pictureDistance(placed: PlacedPicture, printed: PlacedPicture): number {
  if (placed.slide !== printed.slide) return Number.POSITIVE_INFINITY;
  const across = [placed.left - printed.left, printed.right - placed.right];
  const down = [placed.top - printed.top, printed.bottom - placed.bottom];
  const [beyond] = [...across, ...down].sort((one, other) => one - other);
  const uneven = [across, down].map(([one = 0, other = 0]) => Math.abs(one - other) / 2);
  return Math.max(-(beyond ?? 0), ...uneven);
}
