import { textColumns } from './text-columns.ts';

/** How many lines of a title fit on a cover in each size (templates/theme/styles/scale.css), from the largest. */
const SIZES = [
  { size: 64, lines: 3 },
  { size: 56, lines: 3 },
] as const;

/** Of a slide's content, in pixels of its canvas. */
const WIDTH = 852;

/** The step of the type scale that a title on a cover is likely to have. */
export function coverDensity(title: string): number {
  // A letter is some half an em wide.
  const width = [...title].reduce((sum, character) => sum + (textColumns(character) === 2 ? 1 : 0.56), 0);
  const density = SIZES.findIndex(({ size, lines }) => width * size <= lines * WIDTH);
  return density < 0 ? SIZES.length : density;
}
