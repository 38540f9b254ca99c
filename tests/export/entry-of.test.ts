import { expect, test } from 'vitest';
import { entryOf } from '../../src/export/cache.ts';
import type { PrintedDeck, Product, SlideFailureKind } from '../../src/print/types.ts';

const [pdf, pptx]: readonly Product[] = [{ kind: 'pdf', clicks: false }, { kind: 'pptx' }];
const failureOf = (slide: number, kind: SlideFailureKind) => {
  const origin = { file: 'content/talks/ada.md', line: 9 };
  return { slug: 'ada', slide, origin, kind, severity: 'warning' as const, detail: `it is ${kind}` };
};
const printed: PrintedDeck = {
  slug: 'ada',
  slides: 2,
  seconds: 1,
  products: [pdf, pptx].map((product) => ({ product: product ?? { kind: 'notes' }, files: [], pages: 2 })),
  failures: [failureOf(1, 'upscaled'), failureOf(2, 'flattened')],
  pictures: [1, 2].map((slide) => ({ slug: 'ada', slide, png: Uint8Array.of(slide) })),
};

test('a PDF that is printed with a PowerPoint file does not know what holds of that alone', () => {
  const known = (product: Product | undefined) => {
    const { warnings = [], pictures = [] } = (product && entryOf(printed, product)) ?? {};
    return [warnings.map(({ kind }) => kind), pictures.map(({ slide }) => slide)];
  };
  expect(known(pdf)).toEqual([['upscaled'], [1]]);
  expect(known(pptx)).toEqual([
    ['upscaled', 'flattened'],
    [1, 2],
  ]);
});

test('what was not made is not kept', () => {
  expect(entryOf(printed, { kind: 'notes' })).toBeNull();
});
