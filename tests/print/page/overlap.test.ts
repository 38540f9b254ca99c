import { expect, it } from 'vitest';
import type {
  AuditedSlide,
  Box,
  PageTools,
  Painted,
  SlideText,
} from '../../../src/print/page/audited-slide.ts';
import { checkOverlap } from '../../../src/print/page/checks.ts';

const PICTURE: Box = { left: 0, top: 0, right: 980, bottom: 552 };
const LINE: Box = { left: 100, top: 400, right: 300, bottom: 440 };

const inside = ({ left, top, right, bottom }: Box, x: number, y: number) =>
  left <= x && x <= right && top <= y && y <= bottom;

const panel = (box: Box, opacity = 1): Painted => ({
  colors: ['#fff'],
  opacity,
  covers: (x, y) => inside(box, x, y),
});

/** A line of text on a picture, and what is painted between them. */
function findings(between: readonly Painted[]): readonly string[] {
  const text = {
    text: 'Words',
    zone: 'heading',
    boxes: [LINE],
    painted: between.length,
  } as unknown as SlideText;
  const slide = {
    texts: [text],
    pictures: [{ box: PICTURE, name: 'a.png', painted: 0 }],
    painted: between,
    footer: null,
  } as unknown as AuditedSlide;
  const tools = {
    quote: (words: string) => `"${words}"`,
    summarize: (kind: string, details: readonly string[]) => details.map((detail) => ({ kind, detail })),
    shared: () => 40,
    blend: () => [255, 255, 255],
  } as unknown as PageTools;
  return checkOverlap(slide, tools).map(({ detail }) => detail);
}

it('text on a picture is covered by it, unless a panel that hides it is between them', () => {
  const covered = ['"Words" is drawn over the picture a.png'];
  expect(findings([])).toEqual(covered);
  expect(findings([panel(PICTURE)])).toEqual([]);
  expect(findings([panel({ ...LINE, right: 200 })])).toEqual(covered);
  expect(findings([panel(PICTURE, 0.5)])).toEqual(covered);
});
