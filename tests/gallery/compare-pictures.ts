import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/**
 * How much a pixel may differ, on pixelmatch's scale: 13 of 255 levels of grey. References are rounded by 4, at
 * times by 8 (see small-png.ts); two versions of Chromium were 2 apart at most.
 */
const THRESHOLD = 0.05;
/** Pixels that may differ more than that. A comma has about 10 at this size. */
const MOST = 5;

/** Null where two pictures look the same; else how many pixels differ, and a picture of where. */
export function comparePictures(
  actual: PNG,
  expected: PNG,
): { readonly pixels: number; readonly diff: PNG } | null {
  const { width, height } = actual;
  const diff = new PNG({ width, height });
  if (expected.width !== width || expected.height !== height) return { pixels: width * height, diff };
  // Edges of glyphs count: with the same fonts they are the same everywhere.
  const pixels = pixelmatch(actual.data, expected.data, diff.data, width, height, {
    threshold: THRESHOLD,
    includeAA: true,
  });
  return pixels > MOST ? { pixels, diff } : null;
}
