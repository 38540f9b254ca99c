import type { PptxReport } from '../slidev/pptx-writer.ts';
import type { SlideProblem } from './types.ts';

/**
 * What is wrong with a PowerPoint file that Slidev has written. It does not say of which slides pictures are missing:
 * that is put on the deck's first one.
 *
 * @param first 0-based slide of the bundle with which the deck begins
 */
export function pptxProblems(
  { fallbackSlides, imagesDropped, rastersFailed }: PptxReport,
  first: number,
): readonly SlideProblem[] {
  const missing = imagesDropped + rastersFailed;
  return [
    ...(missing > 0 ? [{ slide: first, kind: 'picture-lost' as const, detail: lost(missing) }] : []),
    ...fallbackSlides.map(({ no, reason }) => ({
      slide: first + no - 1,
      kind: 'flattened' as const,
      detail: reason,
    })),
  ];
}

function lost(pictures: number): string {
  return pictures === 1
    ? 'a picture of the deck is missing in its PowerPoint file'
    : `${pictures} pictures of the deck are missing in its PowerPoint file`;
}
