import { expect, test } from 'vitest';
import { pptxProblems } from '../../../src/print/products/pptx.ts';
import { severityOf } from '../../../src/print/types.ts';

const whole = { fallbackSlides: [], imagesDropped: 0, rastersFailed: 0 };

test('a file that lacks pictures is an error, on the first slide of the deck', () => {
  expect(pptxProblems(whole, 7)).toEqual([]);
  const [one, ...others] = pptxProblems({ ...whole, rastersFailed: 1 }, 7);
  expect(one).toMatchObject({ slide: 7, detail: 'a picture of the deck is missing in its PowerPoint file' });
  expect(others).toEqual([]);
  const [three] = pptxProblems({ ...whole, imagesDropped: 1, rastersFailed: 2 }, 7);
  expect(three?.detail).toMatch(/^3 pictures of the deck are missing/);
  expect(severityOf(three?.kind ?? 'upscaled')).toBe('error');
});

test('a slide that became a picture is a warning, on that slide', () => {
  const fallbackSlides = [{ no: 2, reason: 'too much of it' }];
  const [flat] = pptxProblems({ ...whole, fallbackSlides }, 7);
  expect(flat).toEqual({ slide: 8, kind: 'flattened', detail: 'too much of it' });
  expect(severityOf('flattened')).toBe('warning');
});
