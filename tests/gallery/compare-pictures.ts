import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/**
 * How much a pixel may differ, on pixelmatch's scale: 13 of 255 grey levels. References are off by 4 through rounding,
 * sometimes by 8 (see small-png.ts); two versions of Chromium differed by at most 2.
 */
const THRESHOLD = 0.05;
/** Number of pixels that may differ more than that. A comma has about 10 at this size. */
const MOST = 5;

/** Null if two images look the same; otherwise the number of differing pixels and an image of where. */
export function comparePictures(
  actual: PNG,
  expected: PNG,
): { readonly pixels: number; readonly diff: PNG } | null {
  const { width, height } = actual;
  const blank = () => new PNG({ width, height });
  if (expected.width !== width || expected.height !== height)
    return { pixels: width * height, diff: blank() };
  const differing = (output?: Buffer) =>
    // Counts glyph edges, too: with the same fonts they are the same everywhere.
    pixelmatch(actual.data, expected.data, output, width, height, { threshold: THRESHOLD, includeAA: true });
  // Counting is cheaper than drawing.
  if (differing() <= MOST) return null;
  const diff = blank();
  return { pixels: differing(diff.data), diff };
}
